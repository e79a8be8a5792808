/*
 * The search page: takes what is typed and chosen to the engine, and shows what it finds. It fills the places that the page
 * marks with data-search; what they are for stands in the README of the theme "official". Words come from the page, texts go
 * into it as text nodes only.
 *
 * As soon as this script has run, the browser lays the page out, and looks at nothing else meanwhile. So a query in the address is
 * on its way by then: the engine is loaded together with the script, and where the index begins stands in the page. What the first
 * hits do not need waits until they have been painted.
 */
import {read} from './engine.js';

const KINDS = ['year', 'issuer', 'topic', 'kind'];
/* Hits at a time, and how many of the first ones are shown before the others: few, since each may take a file of its own. */
const PORTION = 10, FIRST = 3;
/* Milliseconds without a key before there is a search, and before excerpts are fetched. */
const PAUSE = 50, LEISURE = 250;

const place = (name) => {
  const found = document.querySelector(`[data-search="${name}"]`);
  if (!found) throw new Error(`the search page has no data-search="${name}"`);
  return found;
};
const form = place('form'), field = form.elements.namedItem('q'), sort = place('sort'), status = place('status');
const hits = place('hits'), more = place('more'), clear = place('clear');
const words = form.dataset, title = document.title, isChinese = document.documentElement.lang.startsWith('zh');
const index = read(words.index);

const lists = new Map(KINDS.map((kind) => [kind, place(kind)]));
const slot = (within, name) => within.querySelector(`[data-slot="${name}"]`);

/** Words with a value in their gap. */
const fill = (text, value) => text.replace('{0}', () => value);

function count(one, many, number) {
  return fill(number === 1 ? one : many, String(number));
}

function day(iso) {
  const [year, month, date] = iso.split('-');
  const parts = {
    yyyy: year, MMMM: words.months.trim().split(/\s+/)[month - 1], MM: month, M: String(Number(month)), dd: date, d: String(Number(date)),
  };
  return words.date.replace(/'([^']*)'|yyyy|M+|d+/g, (part, quoted) => quoted ?? parts[part] ?? part);
}

/** Puts pieces of a text into an element, those that were looked for marked. */
function write(element, pieces) {
  element.replaceChildren(...pieces.map(({text, hit}) => {
    if (!hit) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  }));
  element.hidden = !pieces.length;
}

/* What is asked for: typed, chosen, and how it shall be ordered. */

const chosen = (kind) => [...lists.get(kind).querySelectorAll('input:checked')].map((box) => box.value);
const asked = () => ({sort: sort.value, ...Object.fromEntries(KINDS.map((kind) => [kind, chosen(kind)]))});

/** Notes it in the address, so that it can be linked to, reloaded and come back to; not again, since that takes a browser long. */
function note(anew) {
  const query = new URLSearchParams();
  if (field.value.trim()) query.set('q', field.value);
  for (const kind of KINDS) for (const key of chosen(kind)) query.append(kind, key);
  if (sort.value !== 'relevance') query.set('sort', sort.value);
  const there = `${location.pathname}${query.toString() && `?${query}`}`;
  const changed = there !== location.pathname + location.search;
  if (changed) history[anew ? 'pushState' : 'replaceState']({shown: PORTION}, '', there);
  document.title = field.value.trim() ? `${field.value.trim()} - ${title}` : title;
  for (const link of document.querySelectorAll('a[hreflang]')) {
    if (link.pathname.endsWith('/search/')) link.search = field.value.trim() ? new URLSearchParams({q: field.value}) : '';
  }
}

/** Takes it from the address. */
async function recall() {
  const query = new URLSearchParams(location.search);
  field.value = query.get('q') ?? '';
  sort.value = query.get('sort') === 'date' ? 'date' : 'relevance';
  for (const kind of KINDS) {
    const keys = query.getAll(kind);
    if (keys.length) await list(kind);
    for (const box of lists.get(kind).querySelectorAll('input')) box.checked = keys.includes(box.value);
    if (chosen(kind).length) lists.get(kind).closest('details')?.setAttribute('open', '');
  }
}

/* What it is chosen by. */

const filled = new Map();

/** Fills the list of a kind with all there is to choose from. */
function list(kind) {
  if (!filled.has(kind)) {
    const filling = index.options(kind).then((options) => {
      lists.get(kind).replaceChildren(...options.map(({key, label}) => {
        const choice = place('choice').content.cloneNode(true);
        const box = choice.querySelector('input');
        box.name = kind;
        box.value = key;
        slot(choice, 'name').textContent = kind === 'year' ? fill(words.year, label) : label;
        return choice;
      }));
    });
    filling.catch(() => filled.delete(kind));
    filled.set(kind, filling);
  }
  return filled.get(kind);
}

const isOpen = (kind) => kind === 'year' || (lists.get(kind).closest('details')?.open ?? true) || chosen(kind).length > 0;

/** Says how many of what was found each choice would leave. */
async function tally(found, mine) {
  for (const kind of KINDS.filter(isOpen)) {
    await list(kind);
    const counts = await found.counts(kind);
    if (mine !== turn) return;
    for (const box of lists.get(kind).querySelectorAll('input')) {
      const number = counts.get(box.value) ?? 0;
      const item = box.closest('li');
      slot(item, 'count').textContent = String(number);
      item.hidden = !number && !box.checked;
    }
  }
}

/* What was found. */

let turn = 0, sought = '', result = null;

function hit(one) {
  const item = place('hit').content.cloneNode(true);
  const link = slot(item, 'title');
  link.href = one.url;
  write(link, one.title);
  const number = slot(item, 'number');
  write(number, one.number ?? []);
  if (!isChinese && /[\u3400-\u9fff]/.test(number.textContent)) number.lang = 'zh'; // it stays as it was printed
  const issued = slot(item, 'issued');
  issued.dateTime = one.issued;
  issued.textContent = day(one.issued);
  slot(item, 'issuers').textContent = one.issuers.join(words.join);
  slot(item, 'kind').textContent = one.kind;
  const tag = slot(item, 'status');
  tag.hidden = !one.status;
  if (one.status) {
    tag.classList.add(one.status);
    tag.textContent = words[one.status] ?? one.status;
  }
  const excerpt = slot(item, 'excerpt');
  excerpts.set(excerpt, one);
  return item;
}

/** Excerpts come from the pages of the notices, and those only when a reader sees the place where they go. */
const excerpts = new WeakMap();
const sight = new IntersectionObserver((seen) => {
  for (const {target, isIntersecting} of seen) {
    if (isIntersecting) {
      sight.unobserve(target);
      excerpts.get(target).excerpt().then((pieces) => write(target, pieces), () => target.hidden = true); // the hit stands without it
    }
  }
});

function watch(mine) {
  setTimeout(() => {
    if (mine === turn) for (const excerpt of hits.querySelectorAll('[data-slot="excerpt"]:empty')) sight.observe(excerpt);
  }, LEISURE);
}

function show(state) {
  for (const name of ['start', 'answer', 'nothing', 'failure']) place(name).hidden = name !== state;
}

async function elsewhere(found, mine) {
  const others = (await found.elsewhere()).filter(({total}) => total);
  if (mine !== turn) return;
  const box = place('elsewhere');
  box.hidden = !others.length;
  slot(box, 'languages').replaceChildren(...others.map(({lang, tag, name, total}) => {
    const item = document.createElement('li'), link = document.createElement('a'), label = document.createElement('span');
    label.lang = tag;
    label.textContent = name;
    link.href = new URL(`../../${lang}/search/?${new URLSearchParams({q: field.value})}`, form.action);
    link.hreflang = tag;
    link.append(label, words.colon, count(words.countOne, words.count, total));
    item.append(link);
    return item;
  }));
}

/** When what stands on the page has been painted, since the frame after the next one begins then; at once if nobody looks at it. */
const painted = () => new Promise((done) => {
  if (document.hidden) done();
  else requestAnimationFrame(() => requestAnimationFrame(done));
});

async function search(anew = false) {
  const mine = ++turn, query = field.value;
  sought = query;
  sight.disconnect();
  hits.ariaBusy = 'true';
  const finding = query.trim() ? index.search(query, asked()) : null;
  finding?.catch(() => {}); // it is waited for below
  note(anew);
  if (!finding) {
    status.textContent = '';
    show('start');
    hits.ariaBusy = 'false';
    return;
  }
  place('start').hidden = true;
  const waiting = setTimeout(() => status.textContent = words.busy, 400);
  try {
    const found = await finding;
    const shown = history.state?.shown ?? PORTION, first = shown > PORTION ? shown : FIRST;
    const portion = await found.hits(0, first);
    if (mine !== turn) return;
    clearTimeout(waiting);
    result = found;
    hits.replaceChildren(...portion.map(hit));
    more.hidden = true;
    clear.hidden = !KINDS.some((kind) => chosen(kind).length);
    show(found.total || !clear.hidden ? 'answer' : 'nothing');
    status.textContent = found.total ? count(words.foundOne, words.found, found.total) : fill(words.none, query.trim().slice(0, 60));
    await painted();
    const rest = await found.hits(first, shown);
    if (mine !== turn) return;
    hits.append(...rest.map(hit));
    more.hidden = found.total <= shown;
    watch(mine);
    if (found.total || !clear.hidden) await tally(found, mine);
    else await elsewhere(found, mine);
  } catch (error) {
    if (mine !== turn) return;
    console.warn(error);
    status.textContent = words.failed;
    show('failure');
  } finally {
    clearTimeout(waiting);
    if (mine === turn) hits.ariaBusy = 'false';
  }
}

async function further() {
  const mine = turn, from = hits.children.length;
  try {
    const portion = await result.hits(from, from + PORTION);
    if (mine !== turn) return;
    hits.append(...portion.map(hit));
    history.replaceState({shown: hits.children.length}, '');
    const next = slot(hits.children[from], 'title');
    more.hidden = result.total <= hits.children.length;
    if (more.hidden) next.focus(); // the button that had the keyboard is gone
    watch(mine);
  } catch (error) {
    console.warn(error);
    status.textContent = words.failed;
  }
}

/* What a reader does. */

let timer = 0;
const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(() => field.value === sought || search(), PAUSE); // some browsers tell of an input method's word twice
};
const now = (anew) => {
  clearTimeout(timer);
  search(anew);
};

field.addEventListener('input', (event) => event.isComposing || soon());
field.addEventListener('compositionend', () => now(false)); // a Chinese word is typed as a whole
form.addEventListener('submit', (event) => {
  event.preventDefault();
  now(true);
});
sort.addEventListener('change', () => now(true));
for (const [kind, box] of lists) {
  box.addEventListener('change', () => now(true));
  box.closest('details')?.addEventListener('toggle', () => result && place('answer').hidden === false && tally(result, turn));
}
more.addEventListener('click', further);
clear.addEventListener('click', () => {
  for (const box of document.querySelectorAll('[data-search="answer"] input:checked')) box.checked = false;
  field.focus();
  now(true);
});
/* The whole page anew: if the site was published meanwhile, its index has other files. */
slot(place('failure'), 'retry').addEventListener('click', () => location.reload());
const resume = () => recall().catch(() => {}).then(() => now(false)); // a search that cannot read the index says so itself
addEventListener('popstate', resume);

resume();
