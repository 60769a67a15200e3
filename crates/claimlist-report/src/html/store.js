// What was marked: read from the page, kept in this browser under the article's path and the page's version of it.

const PREFIX = 'claimlist/1 ';
const STATUSES = ['open', 'right', 'wrong', 'unclear'];

/** Notes are written to the browser's store when so many milliseconds brought no further letter. */
const PAUSE = 400;

const articles = [...document.querySelectorAll('.document')].map(readArticle);

function readArticle(section) {
  const { path, hash } = section.dataset;
  const article = { section, path, key: `${PREFIX}${path} ${hash}`, list: section.querySelector('.claims'), changed: new Set() };
  article.claims = [...article.list.children].map((item) => readClaim(article, item));
  article.byNumber = new Map(article.claims.map((claim) => [claim.number, claim]));
  article.byId = new Map(article.claims.map((claim) => [claim.id, claim]));
  return article;
}

function readClaim(article, item) {
  const { id, n, kind, p, w, s, at, top } = item.dataset;
  const mark = { status: s, note: '', evidence: [], at };
  // Children are looked at one by one: a selector for each of thousands of claims takes seconds.
  for (const child of item.children) {
    if (child.className === 'note') mark.note = child.textContent;
    if (child.className === 'evidence') {
      mark.evidence = [...child.children].map(({ dataset: { title, url } }) => (url === undefined ? { title } : { title, url }));
    }
  }
  return { article, item, id, kind, urgency: p, number: Number(n), worth: Number(w), top: top !== undefined, mark };
}

/** A mark with all its parts, or nothing where it is none. */
function sound(mark) {
  if (typeof mark !== 'object' || mark === null || !STATUSES.includes(mark.status)) return undefined;
  const text = (value) => (typeof value === 'string' ? value : undefined);
  const evidence = (Array.isArray(mark.evidence) ? mark.evidence : [])
    .filter((source) => text(source?.title) !== undefined)
    .map(({ title, url }) => (text(url) === undefined ? { title } : { title, url }));
  return { status: mark.status, note: text(mark.note) ?? '', evidence, at: text(mark.at) };
}

/** Whether a claim was ever marked: also one that was set back to open. */
const isMarked = ({ mark }) => mark.at !== undefined || mark.status !== 'open' || mark.note !== '' || mark.evidence.length > 0;

/** The time as checklists write it: UTC, to the second. */
const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

function readStored(key) {
  try {
    return Object.entries(JSON.parse(localStorage.getItem(key)) ?? {})
      .map(([id, mark]) => [id, sound(mark)])
      .filter(([, mark]) => mark);
  } catch {
    return [];
  }
}

/** Takes over what this browser keeps; the claims whose marks that changed. */
function restore(article, key = article.key) {
  const restored = [];
  for (const [id, mark] of readStored(key)) {
    const claim = article.byId.get(id);
    if (!claim || article.changed.has(claim)) continue;
    claim.mark = mark;
    restored.push(claim);
  }
  return restored;
}

/** The newest set of marks that was made on another version of an article and has claims of this one. */
function earlierMarks(article) {
  let found;
  try {
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index);
      if (!key.startsWith(`${PREFIX}${article.path} `) || key === article.key) continue;
      const marks = readStored(key).filter(([id]) => article.byId.has(id));
      const last = marks.reduce((latest, [, mark]) => (mark.at > latest ? mark.at : latest), '');
      if (marks.length > 0 && (!found || last > found.last)) found = { key, last, count: marks.length };
    }
  } catch { /* Nothing is kept, so nothing is found. */ }
  return found;
}

let waiting;
let storing = true;

/** Keeps a claim's mark in this browser, at once or when the typing pauses. */
function keep(claim, at_once = true) {
  claim.article.changed.add(claim);
  clearTimeout(waiting);
  if (at_once) flush();
  else waiting = setTimeout(flush, PAUSE);
}

/** Writes what changed over what is kept: another window may have marked other claims. */
function flush() {
  clearTimeout(waiting);
  for (const article of articles) {
    if (article.changed.size === 0) continue;
    try {
      const marks = Object.fromEntries(readStored(article.key));
      for (const claim of article.changed) marks[claim.id] = claim.mark;
      localStorage.setItem(article.key, JSON.stringify(marks));
      article.changed.clear();
      storing = true;
    } catch {
      if (storing) notice('This browser does not keep what you mark: save it to a file before you close the page.');
      storing = false;
    }
  }
}

addEventListener('pagehide', flush);
addEventListener('visibilitychange', flush);
addEventListener('beforeunload', (event) => {
  flush();
  if (!storing) event.preventDefault();
});
