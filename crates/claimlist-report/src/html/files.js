// Files of marks: what Save writes and Load reads, and `claimlist review` too.

const MARKS = 'claimlist-marks/1';
const CHECKLIST = 'claimlist/1';

/** All that was marked on this page, in the order of its articles and claims. */
function marksFile() {
  const marks = [];
  for (const { path, claims } of articles) {
    for (const claim of claims.filter(isMarked)) {
      const { status, note, evidence, at } = claim.mark;
      const mark = { document: path, id: claim.id, kind: claim.kind, text: words(claim), status };
      if (note) mark.note = note;
      if (evidence.length > 0) mark.evidence = evidence;
      if (at) mark.at = at;
      marks.push(mark);
    }
  }
  return { schema: MARKS, marks: marks.sort((a, b) => a.document === b.document ? 0 : paths.indexOf(a.document) - paths.indexOf(b.document)) };
}

const paths = articles.map(({ path }) => path);
const words = (claim) => claim.item.querySelector('.words').textContent;

function save() {
  flush();
  const file = marksFile();
  if (file.marks.length === 0) {
    notice('Nothing is marked yet: there is nothing to save.');
    return;
  }
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' }));
  const name = articles.length === 1 ? paths[0].replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') : 'articles';
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name === '' || name === '-' ? 'article' : name}.marks.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  say(`${counted(file.marks.length, 'mark')} saved to ${link.download}.`);
}

async function load(file) {
  let marks;
  try {
    marks = marksIn(JSON.parse(await file.text()));
  } catch { /* It is no JSON, and told so below. */ }
  if (!marks) {
    notice(`${file.name} holds no marks: choose a file that Save, or claimlist, has written.`);
    return;
  }
  const took = take(marks);
  const parts = [`${counted(took.taken.length, 'mark')} loaded.`];
  if (took.newer > 0) parts.push(`${took.newer} left out, since what you marked here is newer.`);
  if (took.unknown > 0) parts.push(`${took.unknown} left out, since their claims are not on this page.`);
  if (took.broken > 0) parts.push(`${took.broken} left out, since they are no marks.`);
  redraw(took.taken);
  notice(parts.join(' '));
}

/** The marks in a file of marks or in a checklist. */
function marksIn(json) {
  if (json?.schema === MARKS && Array.isArray(json.marks)) return json.marks;
  if (json?.schema !== CHECKLIST || !Array.isArray(json.documents)) return undefined;
  return json.documents.flatMap(({ path, claims }) => claims
    .map(({ id, status = 'open', note, evidence, marked }) => ({ document: path, id, status, note, evidence, at: marked }))
    .filter(({ status, note, evidence, at }) => at || note || evidence || status !== 'open'));
}

function take(marks) {
  const took = { taken: [], newer: 0, unknown: 0, broken: 0 };
  for (const given of marks) {
    const mark = sound(given);
    // A page of one article takes marks of it whatever path it was read from.
    const article = articles.length === 1 ? articles[0] : articles.find(({ path }) => path === given?.document);
    const claim = article?.byId.get(given?.id);
    if (!mark) took.broken += 1;
    else if (!claim) took.unknown += 1;
    else if (claim.mark.at && mark.at && claim.mark.at > mark.at) took.newer += 1;
    else {
      claim.mark = mark;
      claim.article.changed.add(claim);
      took.taken.push(claim);
    }
  }
  flush();
  return took;
}
