// Marking: the buttons, note and sources of the chosen claim, and how a claim shows what was marked.

const template = (id) => element(id).content.firstElementChild.cloneNode(true);
const buttons = template('marks');
const editor = template('editor');
const note = editor.querySelector('textarea');
const given = editor.querySelector('.evidence');
const adding = editor.querySelector('form');

/** What was marked before, the last first to be undone. */
const history = [];

function openEditor(claim) {
  buttons.setAttribute('aria-label', `Mark claim ${claim.number}`);
  claim.item.querySelector('.about').after(buttons);
  claim.item.append(editor);
  drawEditor();
}

function closeEditor() {
  buttons.remove();
  editor.remove();
  adding.reset();
}

function drawEditor() {
  const { status, note: text, evidence } = chosen.mark;
  for (const button of buttons.children) button.setAttribute('aria-pressed', String(button.dataset.mark === status));
  if (note.value !== text) note.value = text;
  given.replaceChildren(...evidence.map((source, index) => {
    const item = sourceItem(source);
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.dataset.remove = String(index);
    remove.textContent = '×';
    remove.setAttribute('aria-label', `Remove ${source.title}`);
    item.append(' ', remove);
    return item;
  }));
}

/** A source as an entry of a list: a link where its address is one of the web. */
function sourceItem({ title, url }) {
  const item = document.createElement('li');
  item.dataset.title = title;
  if (url !== undefined) item.dataset.url = url;
  const isLink = /^https?:\/\//i.test(url ?? '');
  const shown = document.createElement(isLink ? 'a' : 'span');
  shown.className = 'source';
  shown.textContent = url === undefined || isLink || url === title ? title : `${title} (${url})`;
  if (isLink) Object.assign(shown, { href: url, target: '_blank', rel: 'noreferrer noopener' });
  item.append(shown);
  return item;
}

/** Changes parts of the chosen claim's mark. */
function change(parts, { at_once = true, undoable = true } = {}) {
  const claim = chosen;
  if (undoable) history.push({ claim, mark: claim.mark });
  claim.mark = { ...claim.mark, ...parts, at: now() };
  draw(claim);
  if (parts.note === undefined || undoable) drawEditor();
  drawProgress();
  keep(claim, at_once);
}

function markAs(status) {
  change({ status });
  say(`Claim ${chosen.number} ${status === 'open' ? 'set back to open' : `marked ${status}`}. ${element('done').textContent}.`);
}

function undo() {
  const last = history.pop();
  if (!last) {
    say('Nothing to undo.');
    return;
  }
  last.claim.mark = { ...last.mark, at: now() };
  if (last.claim.article !== article) showArticle(last.claim.article);
  choose(last.claim);
  redraw([last.claim]);
  keep(last.claim);
  say(`Claim ${last.claim.number} is ${last.mark.status} again.`);
}

/** A title with an address behind it, or one of the two alone. */
function readSource(text) {
  const [, title, url] = /^(.*?)\s*(https?:\/\/\S+)$/i.exec(text.trim()) ?? [];
  return url === undefined ? { title: text.trim() } : { title: title || url, url };
}

function addSource() {
  const input = adding.querySelector('input');
  if (input.value.trim() === '') return;
  change({ evidence: [...chosen.mark.evidence, readSource(input.value)] });
  adding.reset();
  input.focus();
}

/** Shows a claim's mark in the list and in the text. */
function draw(claim) {
  const { item, mark } = claim;
  item.dataset.s = mark.status;
  item.querySelector('.box').setAttribute('aria-label', mark.status);
  for (const shown of item.querySelectorAll(':scope > .note, :scope > .evidence')) shown.remove();
  const end = editor.parentNode === item ? editor : null;
  if (mark.note.trim() !== '') {
    const shown = document.createElement('p');
    shown.className = 'note';
    shown.dir = 'auto';
    shown.textContent = mark.note;
    item.insertBefore(shown, end);
  }
  if (mark.evidence.length > 0) {
    const shown = document.createElement('ul');
    shown.className = 'evidence';
    shown.append(...mark.evidence.map(sourceItem));
    item.insertBefore(shown, end);
  }
  for (const link of linksOf(claim)) {
    // Its innermost claim gives a mark its look.
    if (link.dataset.c.split(' ', 1)[0] === String(claim.number)) link.dataset.s = mark.status;
  }
}

/** Shows marks that came from elsewhere. */
function redraw(claims) {
  claims.forEach(draw);
  if (chosen) drawEditor();
  applyFilter();
  drawProgress();
}

/** How far the work has come, for the article that is shown; with several, also in their list. */
function drawProgress() {
  const counts = { open: 0, right: 0, wrong: 0, unclear: 0 };
  for (const { mark } of article.claims) counts[mark.status] += 1;
  const all = article.claims.length;
  const done = all - counts.open;
  for (const bar of element('track').children) bar.style.flexGrow = String(counts[bar.className]);
  element('done').textContent = `${done} of ${all} checked`;
  const track = element('track');
  track.setAttribute('aria-valuemax', String(all));
  track.setAttribute('aria-valuenow', String(done));
  track.setAttribute('aria-valuetext', `${done} of ${all}: ${counts.right} right, ${counts.wrong} wrong, ${counts.unclear} unclear`);
  for (const button of document.querySelectorAll('#filters [data-status]')) {
    button.querySelector('b').textContent = String(counts[button.dataset.status] ?? all);
  }
  const option = element('articles').options[articles.indexOf(article)];
  if (option) option.textContent = labelled(article);
}

/** An article's name in the list of articles. */
function labelled({ section, claims }) {
  const done = claims.filter(({ mark }) => mark.status !== 'open').length;
  return `${section.getAttribute('aria-label')} (${done}/${claims.length})`;
}
