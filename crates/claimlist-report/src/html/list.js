// The list of claims: which are shown, in what order, which one is chosen; and their marks in the text.

const element = (id) => document.getElementById(id);
const counted = (count, thing) => `${count} ${thing}${count === 1 ? '' : 's'}`;
const URGENCIES = ['conflict', 'high', 'medium', 'low', 'none'];

let article = articles[0];
/** The claim that is worked on. */
let chosen;
const filter = { words: '', status: '', kind: '', urgency: '', top: false };

const textOf = (claim) => (claim.searched ??= claim.item.textContent.toLowerCase());

/** Claims, and blocks of the text, that browsers lay out together, or not at all while they are out of sight: with each of thousands
 * by itself, every click looks at all of them. */
const CLAIMS_A_PART = 16;
const BLOCKS_A_PART = 8;

/** Puts the children of an element into parts of so many. */
function part(parent, size) {
  const children = [...parent.children];
  for (let from = 0; from < children.length; from += size) {
    const part = document.createElement('div');
    part.className = 'part';
    part.setAttribute('role', 'none');
    part.append(...children.slice(from, from + size));
    parent.append(part);
  }
}

/** Hides the parts of a list in which no claim is shown: they would stay as high as they were. */
function hideEmptyParts({ list }) {
  for (const part of list.children) part.hidden = [...part.children].every(({ hidden }) => hidden);
}

function show(claim, shown) {
  claim.item.hidden = !shown;
  if (shown) claim.item.parentNode.hidden = false;
}

function fits(claim) {
  return (filter.status === '' || claim.mark.status === filter.status)
    && (filter.kind === '' || claim.kind === filter.kind)
    && (filter.urgency === '' || claim.urgency === filter.urgency)
    && (!filter.top || claim.top)
    && (filter.words === '' || textOf(claim).includes(filter.words) || claim.mark.note.toLowerCase().includes(filter.words));
}

/** Shows the claims that fit the filters, and marks the others fainter in the text. */
function applyFilter() {
  let shown = 0;
  for (const claim of article.claims) {
    const isShown = fits(claim);
    show(claim, isShown);
    if (isShown) shown += 1;
  }
  hideEmptyParts(article);
  for (const { link, claims } of textMarks(article)) link.classList.toggle('out', claims.every(({ item }) => item.hidden));
  article.section.querySelector('.none').hidden = shown > 0 || article.claims.length === 0;
  element('shown').textContent = shown === article.claims.length ? '' : `${shown} of ${counted(article.claims.length, 'claim')} shown`;
  if (chosen?.item.hidden) unchoose();
  setTabStop();
}

/** The marks in the text, with the claims that cover each, innermost first. Each claim then knows its marks. */
function textMarks(of) {
  of.textMarks ??= [...of.section.querySelectorAll('.m')].map((link) => {
    const claims = link.dataset.c.split(' ').map((number) => of.byNumber.get(Number(number))).filter(Boolean);
    for (const claim of claims) (claim.links ??= []).push(link);
    return { link, claims };
  });
  return of.textMarks;
}

/** The marks of a claim in the text. */
function linksOf(claim) {
  textMarks(claim.article);
  return claim.links ?? [];
}

function applyOrder(order) {
  const urgency = (claim) => URGENCIES.indexOf(claim.urgency);
  const before = {
    text: (a, b) => a.place - b.place,
    worth: (a, b) => b.worth - a.worth || a.place - b.place,
    urgency: (a, b) => urgency(a) - urgency(b) || b.worth - a.worth || a.place - b.place,
  }[order];
  for (const each of articles) {
    each.claims.forEach((claim, index) => { claim.place ??= index; });
    each.claims.sort(before);
    each.claims.forEach(({ item }, index) => each.list.children[Math.floor(index / CLAIMS_A_PART)].append(item));
    hideEmptyParts(each);
  }
  chosen?.item.scrollIntoView({ block: 'nearest' });
  setTabStop();
}

/** One claim of the list is reached by Tab; the arrows go on from there. */
function setTabStop() {
  const stop = chosen ?? article.claims.find(({ item }) => !item.hidden);
  if (article.stop) article.stop.tabIndex = -1;
  article.stop = stop?.item.querySelector('.head');
  if (article.stop) article.stop.tabIndex = 0;
}

/** Chooses a claim: opens it in the list and shows it in the text. */
function choose(claim, { focus = true } = {}) {
  if (claim === chosen) {
    if (focus) claim.item.querySelector('.head').focus({ preventScroll: true });
    return;
  }
  unchoose();
  chosen = claim;
  show(claim, true);
  claim.item.classList.add('on');
  const head = claim.item.querySelector('.head');
  head.setAttribute('aria-current', 'true');
  openEditor(claim);
  for (const link of linksOf(claim)) link.classList.add('on');
  setTabStop();
  if (focus) head.focus({ preventScroll: true });
  reveal(claim);
}

/** Frames in which the browser may still lay out what scrolling brought near, which moves what is to be seen. */
const SETTLING = 6;

/** Scrolls a claim of the list, and its mark in the article, into sight where they are not. */
function reveal(claim, frames = SETTLING) {
  if (claim !== chosen) return;
  const [link] = linksOf(claim);
  for (const [target, pane, share] of [[claim.item, article.list.parentNode, 0], [link, article.section.querySelector('.article'), 0.15]]) {
    if (!target || pane.getClientRects().length === 0) continue;
    const { top, bottom, height } = target.getBoundingClientRect();
    const around = pane.getBoundingClientRect();
    const margin = around.height * share;
    if (share === 0 && height > around.height) {
      if (Math.abs(top - around.top) > 2) target.scrollIntoView({ block: 'start' });
    } else if (top < around.top + margin - 1 || bottom > around.bottom - margin + 1) {
      target.scrollIntoView({ block: share === 0 ? 'nearest' : 'center' });
    }
  }
  if (frames > 0) requestAnimationFrame(() => reveal(claim, frames - 1));
}

function unchoose() {
  if (!chosen) return;
  const left = chosen;
  chosen = undefined;
  closeEditor();
  left.item.classList.remove('on');
  left.item.querySelector('.head').removeAttribute('aria-current');
  for (const link of linksOf(left)) link.classList.remove('on');
  // It may have been marked while it was chosen, and no longer fit.
  if (!left.item.hidden && !fits(left)) {
    show(left, false);
    hideEmptyParts(left.article);
  }
}

/** Goes to the next claim shown in the direction of `step`; with `open`, to the next that is open. */
function move(step, open = false) {
  const { claims } = article;
  let index = chosen ? claims.indexOf(chosen) : step > 0 ? -1 : claims.length;
  do index += step;
  while (claims[index] && (claims[index].item.hidden || (open && claims[index].mark.status !== 'open')));
  if (claims[index]) choose(claims[index]);
  else say(open ? 'No open claim further on.' : step > 0 ? 'This is the last claim.' : 'This is the first claim.');
}

/** Chooses the claim of a mark in the text; a further click goes on to the claim around it. */
function chooseIn(link) {
  const { claims } = textMarks(article).find((mark) => mark.link === link);
  const choices = claims.filter(({ item }) => !item.hidden);
  const among = choices.length > 0 ? choices : claims;
  choose(among[(among.indexOf(chosen) + 1) % among.length]);
}

function showArticle(next) {
  unchoose();
  article = next;
  for (const each of articles) each.section.hidden = each !== next;
  applyFilter();
  drawProgress();
}
