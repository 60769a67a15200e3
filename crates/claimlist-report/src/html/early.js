document.documentElement.classList.add('js');
try {
  const theme = localStorage.getItem('claimlist theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch { /* A browser that keeps nothing shows the system's theme. */ }
