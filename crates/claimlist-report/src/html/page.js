// What the page answers to: clicks, keys, choices, and marks made in other windows.

/** Tells those who listen to the page. */
function say(text) {
  element('say').textContent = text;
}

/** Shows a message until it is closed; `answer` is what a button with that label does. */
function notice(text, label, answer) {
  const box = element('notice');
  box.querySelector('span').textContent = text;
  const yes = box.querySelector('[data-answer=yes]');
  yes.hidden = !label;
  yes.textContent = label ?? '';
  yes.onclick = () => {
    box.hidden = true;
    answer();
  };
  box.hidden = false;
}

function showView(view) {
  document.body.dataset.view = view;
  for (const button of document.querySelectorAll('.views button')) button.setAttribute('aria-pressed', String(button.dataset.view === view));
}

/** Whether article and list stand side by side. */
const isWide = matchMedia('(min-width: 52rem)');

function nextTheme() {
  const root = document.documentElement;
  const next = { undefined: 'dark', dark: 'light', light: undefined }[root.dataset.theme];
  if (next) root.dataset.theme = next;
  else delete root.dataset.theme;
  try {
    if (next) localStorage.setItem('claimlist theme', next);
    else localStorage.removeItem('claimlist theme');
  } catch { /* It then holds for this page only. */ }
  say(`Theme: ${next ?? 'as the system has it'}.`);
}

function onClick(event) {
  const { target } = event;
  const head = target.closest('a.head');
  const link = target.closest('.m');
  if ((head || link) && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
  if (link) {
    event.preventDefault();
    if (!isWide.matches) showView('claims');
    chooseIn(link);
  } else if (head || (target.closest('.claim:not(.on)') && !target.closest('a'))) {
    event.preventDefault();
    const item = target.closest('.claim');
    const claim = article.byNumber.get(Number(item.dataset.n));
    if (head && claim === chosen && !isWide.matches) showView('article');
    choose(claim);
    reveal(claim);
  }
}

const keys = {
  j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1),
  J: () => move(1, true), K: () => move(-1, true),
  r: () => markAs('right'), w: () => markAs('wrong'), u: () => markAs('unclear'), o: () => markAs('open'),
  n: () => note.focus(), a: () => adding.querySelector('input').focus(),
  z: undo, s: save,
  '/': () => { element('find').focus(); element('find').select(); },
  '?': () => element('keys').showModal(),
};
const NEED_A_CLAIM = new Set('rwuona');

function onKey(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || element('keys').open) return;
  const typing = target.matches('input, textarea, select');
  if (key === 'Escape') {
    if (target === element('find') && filter.words !== '') return;
    if (typing && chosen) chosen.item.querySelector('.head').focus({ preventScroll: true });
    else if (typing) target.blur();
    else element('notice').hidden = true;
    return;
  }
  // The arrows scroll the article as they do elsewhere.
  const scrolls = key.startsWith('Arrow') && !target.closest('.claims') && target !== document.body;
  if (typing || scrolls || !Object.hasOwn(keys, key)) return;
  event.preventDefault();
  if (NEED_A_CLAIM.has(key) && !chosen) say('Choose a claim first: j goes to the next one.');
  else keys[key]();
}

function onFilter() {
  filter.words = element('find').value.trim().toLowerCase();
  filter.kind = element('kind').value;
  filter.urgency = element('urgency').value;
  filter.top = element('worth').value === 'top';
  applyFilter();
  say(element('shown').textContent || 'Every claim is shown.');
}

function onStatus(button) {
  filter.status = button.dataset.status;
  for (const other of button.parentNode.children) other.setAttribute('aria-pressed', String(other === button));
  onFilter();
}

function fillChoices() {
  const kinds = new Map();
  for (const { kind } of articles.flatMap(({ claims }) => claims)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  for (const [kind, count] of [...kinds].sort()) element('kind').add(new Option(`${kind} (${count})`, kind));
  if (articles.length < 2) return;
  for (const each of articles) element('articles').add(new Option(labelled(each)));
  element('articles').hidden = false;
}

/** Offers to take over what was marked before the article was changed. */
function offerEarlier() {
  const found = articles.map((each) => [each, earlierMarks(each)]).filter(([each, earlier]) => earlier && readStored(each.key).length === 0);
  if (found.length === 0) return;
  const count = found.reduce((sum, [, { count: marks }]) => sum + marks, 0);
  notice(`You marked ${counted(count, 'claim')} of this page on another version of it.`, 'Take them over', () => {
    const taken = found.flatMap(([each, { key }]) => restore(each, key));
    for (const claim of taken) claim.article.changed.add(claim);
    flush();
    redraw(taken);
  });
}

function listen() {
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
  element('filters').addEventListener('submit', (event) => event.preventDefault());
  element('filters').addEventListener('input', ({ target }) => (target.id === 'order' ? applyOrder(target.value) : onFilter()));
  element('filters').addEventListener('click', ({ target }) => {
    const button = target.closest('[data-status]');
    if (button) onStatus(button);
  });
  element('articles').addEventListener('input', ({ target }) => showArticle(articles[target.selectedIndex]));
  for (const button of document.querySelectorAll('.views button')) button.addEventListener('click', () => showView(button.dataset.view));
  element('save').addEventListener('click', save);
  element('load').addEventListener('click', () => element('file').click());
  element('file').addEventListener('change', async ({ target }) => {
    if (target.files[0]) await load(target.files[0]);
    target.value = '';
  });
  element('theme').addEventListener('click', nextTheme);
  element('help').addEventListener('click', () => element('keys').showModal());
  element('notice').querySelector('[data-answer=no]').addEventListener('click', () => { element('notice').hidden = true; });
  buttons.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-mark]');
    if (button) markAs(button.dataset.mark);
  });
  listenToEditor();
  addEventListener('storage', ({ key }) => {
    const changed = articles.find((each) => each.key === key);
    if (changed) redraw(restore(changed));
  });
}

function listenToEditor() {
  let before;
  note.addEventListener('focus', () => { before = chosen.mark; });
  note.addEventListener('input', () => {
    if (before) history.push({ claim: chosen, mark: before });
    before = undefined;
    change({ note: note.value }, { at_once: false, undoable: false });
  });
  adding.addEventListener('submit', (event) => {
    event.preventDefault();
    addSource();
  });
  given.addEventListener('click', ({ target }) => {
    const { remove } = target.dataset;
    if (remove !== undefined) change({ evidence: chosen.mark.evidence.filter((_, index) => index !== Number(remove)) });
  });
}

function start() {
  showView('claims');
  if (!article) return;
  for (const each of articles) {
    restore(each).forEach(draw);
    const pane = each.section.querySelector('.article');
    part(each.list, CLAIMS_A_PART);
    part(pane.querySelector('.text'), BLOCKS_A_PART);
    Object.assign(pane, { tabIndex: 0 });
    pane.setAttribute('aria-label', 'The article');
    for (const link of each.section.querySelectorAll('a.m, .head')) link.tabIndex = -1;
  }
  fillChoices();
  listen();
  showArticle(article);
  offerEarlier();
  const linked = /^#[ct](\d+)-(\d+)$/.exec(location.hash);
  const claim = linked && articles[linked[1] - 1]?.byNumber.get(Number(linked[2]));
  if (claim) {
    showArticle(claim.article);
    choose(claim);
  }
}

start();
