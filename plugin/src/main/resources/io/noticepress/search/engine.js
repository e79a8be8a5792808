/*
 * The engine of the search: reads the index that Noticepress makes, and answers. Tokens and files are specified in search.md
 * beside this file in the sources. A module without dependencies; it reads files beside the index and changes nothing.
 */
const HAN = 'H', DIGIT = 'D', LETTER = 'L', SPACE = 'S', HYPHEN = '-', APOSTROPHE = "'", OTHER = '';

/* Section 1: characters as they are compared. */

const within = (c, ...ranges) => {
  for (let i = 0; i < ranges.length; i += 2) if (c >= ranges[i] && c <= ranges[i + 1]) return true;
  return false;
};

function classify(c) {
  if (within(c, 0x3400, 0x9fff, 0x20000, 0x3ffff, 0xf900, 0xfaff, 0x3005, 0x3005, 0x3007, 0x3007)) return HAN;
  if (within(c, 0x30, 0x39)) return DIGIT;
  if (within(c, 9, 13, 0x20, 0x20, 0xa0, 0xa0, 0x2000, 0x200a, 0x2028, 0x2029, 0x3000, 0x3000)) return SPACE;
  if (within(c, 0x2d, 0x2d, 0x2010, 0x2015, 0x2212, 0x2212)) return HYPHEN;
  if (within(c, 0x27, 0x27, 0x2018, 0x2019, 0x2bc, 0x2bc)) return APOSTROPHE;
  return c !== 0xf7 && c !== 0x30fb && within(c, 0x61, 0x7a, 0xdf, 0x2af, 0x370, 0x1fff, 0x2c00, 0x2dff, 0x3041, 0x30ff,
      0x3105, 0x312f, 0xa000, 0xd7af) ? LETTER : OTHER;
}

const isDropped = (c) => within(c, 0x300, 0x36f, 0xfe00, 0xfe0f, 0xe0100, 0xe01ef, 0x200b, 0x200f, 0x2060, 0x2060, 0xad, 0xad,
    0xfeff, 0xfeff);

const known = new Map();

function normal(character, folding) {
  let there = known.get(character);
  if (there === undefined) {
    const code = character.codePointAt(0);
    there = [];
    if (code >= 0xd800 && code < 0xe000) {
      there.push('\ufffd');
    } else if (character === '○') {
      there.push('〇');
    } else {
      for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
        const c = part.codePointAt(0);
        const kind = classify(c);
        if (!isDropped(c)) there.push(kind === SPACE ? ' ' : kind === HYPHEN ? '-' : kind === APOSTROPHE ? "'" : part);
      }
    }
    known.set(character, there);
  }
  return folding ? there.map((part) => folding.get(part) ?? part) : there;
}

/* Section 3: document numbers and dates. */

const OPENING = '\\[(<{〔【〈《﹝❲', CLOSING = '\\])>}〕】〉》﹞❳';
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?';
const NUMBER = `[${OPENING}] *([0-9]{4}) *[${CLOSING}] *第? *([0-9]{1,5})(?![0-9])`
    + '|(?<![0-9])([0-9]{4}) *年 *第 *([0-9]{1,5}) *号';
const ASKED = `(?<![0-9])[${OPENING}]? *([0-9]{4}) *[${CLOSING}] *第? *([0-9]{1,5})(?![0-9])(?: *号(?!HAN))?`
    + '|(?<![0-9])([0-9]{4}) *年 *第 *([0-9]{1,5}) *号(?!HAN)|(?<![0-9])([0-9]{4})[ -]+([0-9]{1,5}) *号(?!HAN)';
const UNFINISHED = new RegExp(`[${OPENING}] *[0-9]{0,4} *[${CLOSING}]? *第? *$`);
const DATE = '(?<![0-9])([0-9]{4}) *[年./-] *([0-9]{1,2}) *[月./-] *([0-9]{1,2})(?![0-9])';
const DAY = '([0-9]{1,2})(?:st|nd|rd|th)?';
const DAY_FIRST = `(?<![0-9a-z])${DAY} +${MONTH},? +([0-9]{4})(?![0-9])`;
const MONTH_FIRST = `(?<![a-z])${MONTH} +${DAY},? +([0-9]{4})(?![0-9])`;
const NUMERALS = '〇一二三四五六七八九';
const CHINESE_DATE = `(?<![零十${NUMERALS}])([零${NUMERALS}]{4})年([十${NUMERALS}]{1,2})月([十${NUMERALS}]{1,3})(?=日)`;

/** Numerals that stand one by one as digits: 2023 for 二〇二三. */
const digits = (text) => text.replaceAll('零', '〇').replace(/[〇一二三四五六七八九]/g, (one) => NUMERALS.indexOf(one));

/** A number in digits, or in numerals below a hundred. */
function numeral(text) {
  const ten = text.indexOf('十');
  return ten < 0 ? Number(digits(text)) : 10 * Number(digits(text.slice(0, ten)) || 1) + Number(digits(text.slice(ten + 1)));
}

function figures(text, asked) {
  if (!/[0-9年]/.test(text)) return [];
  const found = [];
  const add = (at, first, term) => found.push({start: at.index, first, end: at.index + at[0].length, term});
  const date = (at, year, month, day) => {
    if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return; // a number that is none too
    add(at, at.index, `@${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    if (asked && /^ *日(?![\u3400-\u9fff])/.test(text.slice(at.index + at[0].length))) {
      found[found.length - 1].end = text.indexOf('日', at.index + at[0].length) + 1;
    }
  };
  const month = (name) => 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name) / 3 + 1;
  const chinese = asked ? `(?<!HAN)${CHINESE_DATE}日(?!HAN)` : CHINESE_DATE;
  const search = (pattern) => text.matchAll(new RegExp(pattern.replaceAll('HAN', '[\\u3400-\\u9fff]'), 'g'));
  for (const at of search(asked ? ASKED : NUMBER)) {
    const year = at[1] ?? at[3] ?? at[5], serial = at[2] ?? at[4] ?? at[6];
    add(at, at.index + at[0].indexOf(year), `#${year}-${Number(serial)}`);
  }
  for (const at of search(DATE)) date(at, at[1], Number(at[2]), Number(at[3]));
  if (/[a-z]{3}/.test(text)) {
    for (const at of search(DAY_FIRST)) date(at, at[3], month(at[2]), Number(at[1]));
    for (const at of search(MONTH_FIRST)) date(at, at[3], month(at[1]), Number(at[2]));
  }
  if (text.includes('日')) for (const at of search(chinese)) date(at, digits(at[1]), numeral(at[2]), numeral(at[3]));
  found.sort((a, b) => a.start - b.start);
  const apart = [];
  for (const figure of found) {
    if (!apart.length || apart[apart.length - 1].end <= figure.start) apart.push(figure);
  }
  return apart;
}

/* Section 2: tokens. */

function stem(word) {
  if (word.length < 4 || !/^[a-z]+s$/.test(word)) return word;
  if (/ies$/.test(word) && word.length > 4) return word.slice(0, -3) + 'y';
  if (/(sses|ches|shes|xes|zes)$/.test(word)) return word.slice(0, -2);
  return /(ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}

/** A text in normal characters, each with where it came from; without blanks between Chinese characters, unless they are asked for. */
function letters(text, folding, blanks) {
  const out = [], from = [];
  let at = 0;
  for (const character of text) {
    for (const part of normal(character, folding)) {
      out.push(part);
      from.push(at);
    }
    at += character.length;
  }
  from.push(at);
  const kinds = out.map((part) => classify(part.codePointAt(0)));
  const gap = (i) => kinds[i] === HYPHEN || kinds[i] === SPACE && !blanks;
  for (let end = out.length - 1; end > 0; end--) {
    if (kinds[end] !== HAN || !gap(end - 1)) continue;
    let start = end;
    while (start > 0 && gap(start - 1)) start--;
    if (start > 0 && kinds[start - 1] === HAN) for (const list of [out, from, kinds]) list.splice(start, end - start);
    end = start;
  }
  return {out, from, kinds};
}

/**
 * The tokens of a text: {term, position, start, end, apart, kind}, the latter offsets in the text. For a query (asked) a figure
 * stands for all of its words, and Chinese characters are pairs without overlap.
 */
export function tokens(text, {single = false, asked = false, blanks = asked, folding = null} = {}) {
  const {out, from, kinds} = letters(text, folding, blanks);
  const length = out.length;
  const joined = out.map((part) => part.length > 1 ? '\ufffd' : part).join('');
  const found = figures(joined, asked);
  const open = asked ? joined.search(UNFINISHED) : -1;
  const result = [];
  let position = 0, next = 0, afterWord = false, apart = false, blank = true;
  const word = (i) => i < length && (kinds[i] === LETTER || kinds[i] === DIGIT);
  const digit = (i) => i < length && kinds[i] === DIGIT;
  const token = (term, at, i, end, kind) => {
    result.push({term, position: at, start: from[i], end: from[end - 1] + lengthAt(text, from[end - 1]), blank, kind});
    blank = false;
  };
  for (let i = 0; i < length;) {
    while (next < found.length && found[next].end <= i) next++;
    const figure = found[next];
    const kind = kinds[i];
    if (kind === SPACE || kind === HYPHEN) {
      blank ||= kind === SPACE;
      i++;
      continue;
    }
    if (kind === OTHER || kind === APOSTROPHE) {
      apart ||= !figure || i < figure.start;
      blank ||= open >= 0 && i >= open;
      i++;
      continue;
    }
    if (apart) {
      position++;
      afterWord = false;
      apart = false;
    }
    if (figure && figure.first === i && (asked || kind !== HAN)) {
      if (asked) {
        if (figure.term[0] === '@') blank = true;
        token(figure.term, position, figure.start, figure.end, 'figure');
        blank = true;
        position += 2;
        afterWord = true;
        i = figure.end;
        continue;
      }
      token(figure.term, position, figure.start, figure.end, 'figure');
    }
    let end = i;
    if (kind === HAN) {
      while (end < length && kinds[end] === HAN) end++;
      if (asked && figure && figure.start < end && figure.start > i) end = figure.start;
      if (asked) {
        if (end - i === 1) token(out[i], position, i, end, 'han');
        for (let j = i; j + 1 < end; j += 2) token(out[j] + out[j + 1], position + j - i, j, j + 2, 'han');
        if ((end - i) % 2 && end - i > 1) token(out[end - 2] + out[end - 1], position + end - i - 2, end - 2, end, 'han');
      } else {
        for (; next < found.length && found[next].first < end && found[next].end <= end; next++) {
          const inside = found[next];
          if (inside.first >= i) token(inside.term, position + inside.first - i, inside.start, inside.end, 'figure');
        }
        const beside = isBesideWord(end, found[next]);
        for (let j = i; j < end; j++) {
          if (single || end - i === 1 || j === i && afterWord || j === end - 1 && beside) {
            token(out[j], position + j - i, j, j + 1, 'han');
          }
          if (j + 1 < end) token(out[j] + out[j + 1], position + j - i, j, j + 2, 'han');
        }
      }
      position += end - i;
      afterWord = false;
    } else {
      let group = 0, digits = true;
      while (end < length) {
        const joint = out[end] === "'" && end > i && word(end + 1);
        const thousands = digits && out[end] === ',' && group <= 3
            && digit(end + 1) && digit(end + 2) && digit(end + 3) && !word(end + 4);
        if (!word(end) && !joint && !thousands) break;
        digits &&= digit(end) || thousands;
        group = thousands ? 0 : group + 1;
        end++;
      }
      const written = out.slice(i, end).filter((part) => part !== "'" && part !== ',').join('');
      token(stem(written), position++, i, end, digits ? 'number' : 'word');
      result[result.length - 1].written = written;
      afterWord = true;
    }
    i = end;
  }
  return result;

  function isBesideWord(i, figure) {
    for (; i < length; i++) {
      if (word(i)) return true;
      if (kinds[i] === HAN) return false;
      if ((kinds[i] === OTHER || kinds[i] === APOSTROPHE) && !(figure && i >= figure.start && i < figure.end)) return false;
    }
    return false;
  }
}

const lengthAt = (text, at) => at < text.length ? String.fromCodePoint(text.codePointAt(at)).length : 0;

/** What a query asks for: groups of tokens that must stand as they are typed. In quotes blanks do not part a group. */
export function asked(text, folding) {
  const groups = [];
  const parts = text.slice(0, 300).split(/(["“”„‟「」『』＂])/);
  let quoted = false;
  for (const part of parts) {
    if (/^["“”„‟「」『』＂]$/.test(part)) {
      quoted = part === '“' || part === '「' || part === '『' ? true : part === '”' || part === '」' || part === '』' ? false : !quoted;
      continue;
    }
    let group = null;
    for (const token of tokens(part, {asked: true, blanks: !quoted, folding})) {
      if (!group || token.blank && !quoted) {
        group = [];
        groups.push(group);
      }
      group.push(token);
    }
  }
  const last = groups[groups.length - 1];
  if (last?.length === 1 && /\*\s*$/.test(text)) last[0].begins = true;
  return groups;
}

/* Section 2.1: chains and common phrases. */

/** The links of a group: its words, figures, pairs, overlapping now, and single characters beside words. */
function chain(group) {
  const links = [];
  const add = (term, position, length) => {
    const last = links[links.length - 1];
    const apart = !!last && position - last.position > (/^[#@]/.test(last.term) ? 2 : 1);
    links.push({term, position, end: position + length, apart});
  };
  for (let i = 0; i < group.length; i++) {
    const {term, position, kind} = group[i];
    if (kind !== 'han') {
      add(term, position, kind === 'figure' ? 2 : 1);
      continue;
    }
    const run = Array.from(term);
    for (; group[i + 1]?.kind === 'han' && group[i + 1].position <= position + run.length; i++) {
      run.push(...Array.from(group[i + 1].term).slice(position + run.length - group[i + 1].position));
    }
    if (run.length === 1 || links[links.length - 1]?.end === position) add(run[0], position, 1);
    for (let j = 0; j + 1 < run.length; j++) add(run[j] + run[j + 1], position + j, 2);
    if (run.length > 1 && group[i + 1]?.position === position + run.length) add(run[run.length - 1], position + run.length - 1, 1);
  }
  return links;
}

/* Section 5: the files. */

const UTF8 = new TextDecoder();

/** The bytes that make a file's name; in the name they are hexadecimal. An index has hundreds, of which a query follows a few. */
class Hash {
  constructor(bytes) {
    this.bytes = bytes;
  }

  toString() {
    return Array.from(this.bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}

class Bytes {
  constructor(buffer) {
    this.bytes = new Uint8Array(buffer);
    this.at = 0;
  }

  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (byte < 128 || byte === undefined) return value;
    }
  }

  raw(count) {
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  text() {
    return UTF8.decode(this.raw(this.number()));
  }

  hash() {
    return new Hash(this.raw(8));
  }

  after(before) {
    return before.slice(0, this.number()) + this.text();
  }

  list(item) {
    return Array.from({length: this.number()}, () => item());
  }
}

class Bits {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  copy() {
    return new Bits(this.bytes, this.at);
  }

  /** The next 32 bits; zeros follow the last one. They are looked at all at once, since a query may have to read a hundred thousand. */
  word() {
    const {bytes} = this, i = this.at >> 3, shift = this.at & 7;
    return (bytes[i] << 24 | bytes[i + 1] << 16 | bytes[i + 2] << 8 | bytes[i + 3]) << shift | bytes[i + 4] >> 8 - shift;
  }

  bit() {
    return this.take(1);
  }

  take(width) {
    const value = width && this.word() >>> 32 - width;
    this.at += width;
    return value;
  }

  rice(k) {
    let word = this.word(), ones = 0, next = Math.clz32(~word);
    while (next === 32) {
      ones += next;
      this.at += next;
      word = this.word();
      next = Math.clz32(~word);
    }
    this.at += next + 1;
    if (next + k > 31) return (ones + next << k) + this.take(k);
    this.at += k;
    return (ones + next << k) + (word << next >>> 31 - k);
  }

  gamma() {
    const width = Math.clz32(this.word());
    this.at += width;
    return this.take(width + 1);
  }
}

/** The last of some leads that is not after a term. */
function lead(leads, term) {
  let low = 0, high = leads.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (leads[middle].term <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

class Files {
  constructor(folder) {
    this.folder = folder;
    this.there = new Map();
  }

  get(name) {
    if (!this.there.has(name)) {
      const loading = fetch(new URL(name, this.folder)).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${name}`);
        return answer.arrayBuffer();
      });
      loading.catch(() => this.there.delete(name));
      this.there.set(name, loading);
    }
    return this.there.get(name);
  }
}

/** The files of a language; section 5 says where they stand, and this module stands in the folder above. */
const filesOf = (key) => new Files(new URL(`search/${key}/`, import.meta.url));

/** Terms and what is written of them, in shards that are found by directories. */
class Shelf {
  constructor(files, kind, directories) {
    this.files = files;
    this.kind = kind;
    this.directories = directories;
    this.parsed = new Map();
  }

  parse(name, how) {
    if (!this.parsed.has(name)) {
      const parsing = this.files.get(name).then((buffer) => how(new Bytes(buffer)));
      parsing.catch(() => this.parsed.delete(name));
      this.parsed.set(name, parsing);
    }
    return this.parsed.get(name);
  }

  directory(index) {
    return this.parse(`d.${this.directories[index].hash}.bin`, (bytes) => {
      let term = '';
      return bytes.list(() => ({term: term = bytes.after(term), hash: bytes.hash()}));
    });
  }

  shard(hash) {
    return this.parse(`${this.kind}.${hash}.bin`, (bytes) => {
      let term = '', end = 0;
      const terms = new Map(bytes.list(() => {
        term = bytes.after(term);
        const entry = {count: bytes.number(), start: end, length: bytes.number()};
        end += entry.length;
        return [term, entry];
      }));
      for (const entry of terms.values()) entry.bits = bytes.raw(entry.length);
      return terms;
    });
  }

  async find(term) {
    const at = lead(this.directories, term);
    if (at < 0) return null;
    const leads = await this.directory(at);
    const within = lead(leads, term);
    return within < 0 ? null : (await this.shard(leads[within].hash)).get(term) ?? null;
  }

  /** Fetches the directory that leads to a term, which will be asked for soon. */
  prepare(term) {
    const at = lead(this.directories, term);
    if (at >= 0) this.directory(at).catch(() => {}); // whoever asks for the term hears of it
  }

  /** The terms that begin so, in order: those in the first so many shards. */
  async beginning(start, most) {
    const names = [];
    for (let at = Math.max(0, lead(this.directories, start)); at < this.directories.length && names.length < most; at++) {
      const leads = await this.directory(at), from = Math.max(0, lead(leads, start));
      const end = leads.findIndex(({term}, i) => i >= from && term > start && !term.startsWith(start));
      names.push(...leads.slice(from, end < 0 ? leads.length : end).map(({hash}) => hash));
      if (end >= 0) break;
    }
    const shards = await Promise.all(names.slice(0, most).map((name) => this.shard(name)));
    return shards.flatMap((shard) => [...shard].filter(([term]) => term.startsWith(start)));
  }
}

const WEIGHTS = Array.from({length: 16}, (_, level) => {
  const weight = 2 ** ((level - 3) / 2);
  return weight / (1.2 + weight) + (level < 12 ? 0 : 1);
});

/** Which notices have a term, with which weight. */
function postings(entry) {
  if (!entry.notices) {
    const bits = new Bits(entry.bits), here = bits.bit(), k = bits.take(4), usual = bits.take(4), kLevel = bits.take(2);
    entry.notices = new Int32Array(entry.count);
    entry.levels = new Uint8Array(entry.count);
    for (let i = 0, notice = -1; i < entry.count; i++) {
      entry.notices[i] = notice += bits.rice(k) + 1;
      const unlike = bits.rice(kLevel);
      entry.levels[i] = unlike % 2 ? usual - (unlike + 1) / 2 : usual + unlike / 2;
    }
    if (here) entry.here = bits;
  }
  return entry;
}

/** Some notices and their scores. A score is above zero; zero is that of any other notice. */
class Scores {
  /** {@code count}: how many notices there are in all. */
  constructor(count) {
    this.values = new Float64Array(count);
    this.notices = [];
  }

  get size() {
    return this.notices.length;
  }

  get(notice) {
    return this.values[notice];
  }

  /** Gives a notice a score, unless it has a higher one. */
  raise(notice, score) {
    const before = this.values[notice];
    if (!before) this.notices.push(notice);
    if (score > before) this.values[notice] = score;
  }

  /** Gives each notice the score that is made of the one it has; zero leaves it out. */
  revise(how) {
    const {values} = this;
    this.notices = this.notices.filter((notice) => values[notice] = how(notice, values[notice]));
  }
}

/** Reads the contexts on one side of the places of a term: whether each of them is one of some. */
function sides(bits, allowed) {
  const fits = Array.from({length: bits.gamma()}, () => {
    const context = bits.gamma() - 1;
    return !allowed || allowed.has(context);
  });
  const k = fits.length > 1 ? bits.take(4) : 0;
  return () => fits[fits.length > 1 ? bits.rice(k) : 0];
}

/** Where a term stands, in the contexts that a proof asks for, in those of its notices that are asked for, by notice. */
function spots(bits, of, wanted, {before, after}) {
  const k = bits.take(4), isAfter = sides(bits, before), isBefore = sides(bits, after), found = new Map();
  for (let i = 0; i < of.count; i++) {
    const places = [];
    for (let left = bits.gamma(), at = -1; left > 0; left--) {
      at += bits.rice(k) + 1;
      const near = isAfter(), far = isBefore(); // each reads on
      if (near && far) places.push(at);
    }
    if (wanted.get(of.notices[i])) found.set(of.notices[i], places);
  }
  return found;
}

/* For so few notices the rest of a phrase is looked up in them, if that is less than the positions left: bytes a notice, about. */
const LONG = 4, FEW = 4, POSITIONS = 2, TEXT = 8000;

/** In how many shards words are looked for by their beginning. */
const BEGINNINGS = 16;

class Index {
  constructor(bytes) {
    if (String.fromCharCode(...bytes.raw(4)) !== 'NPSX' || bytes.number() !== 4) throw new Error('not an index of version 4');
    this.key = bytes.text();
    const files = this.files = filesOf(this.key);
    this.lang = bytes.text();
    this.others = bytes.list(() => ({lang: bytes.text(), name: bytes.text(), hash: bytes.hash()}));
    this.folding = bytes.hash();
    this.choices = bytes.hash();
    this.count = bytes.number();
    let first = 0;
    this.years = bytes.list(() => {
      const year = {key: String(bytes.number()), from: first, to: first += bytes.number()};
      return year;
    });
    let phrase = '';
    this.phrases = new Map(bytes.list(() => phrase = bytes.after(phrase)).map((phrase, i) => [phrase, i + 1]));
    const leads = () => bytes.list(() => ({term: bytes.text(), hash: bytes.hash()}));
    this.terms = new Shelf(files, 't', leads());
    this.positions = new Shelf(files, 'p', leads());
    this.cards = bytes.list(() => bytes.hash());
  }

  /** What a notice scores for a term that so many have, by the level of its weight. */
  weights(count, factor) {
    const idf = Math.log(1 + (this.count - count + 0.5) / (count + 0.5)) * factor;
    return WEIGHTS.map((weight) => idf * weight);
  }

  /** The notices that have a token. */
  async one(token) {
    const scores = new Scores(this.count);
    const add = (entry, factor) => {
      const {notices, levels, count} = postings(entry), weights = this.weights(count, factor);
      for (let i = 0; i < count; i++) scores.raise(notices[i], weights[levels[i]]);
    };
    const exact = await this.terms.find(token.term);
    if (exact) add(exact, 1);
    if (token.kind === 'word' && (token.begins || !exact && token.written.length > 2)) {
      const starts = [token.written];
      if (/ie?$/.test(token.written)) starts.push(token.written.replace(/ie?$/, 'y'));
      for (const start of starts) for (const [, entry] of await this.terms.beginning(start, BEGINNINGS)) add(entry, 0.5);
    }
    return scores;
  }

  async places(term) {
    return new Bits((await this.positions.find(term)).bits);
  }

  /** The notices that have all of some terms. */
  together(entries, factor) {
    const scores = new Scores(this.count);
    if (entries.some((entry) => !entry)) return scores;
    entries.map(postings).sort((a, b) => a.count - b.count).forEach(({notices, levels, count}, n) => {
      const weights = this.weights(count, factor);
      if (n === 0) {
        for (let i = 0; i < count; i++) scores.raise(notices[i], weights[levels[i]]);
        return;
      }
      let i = 0;
      scores.revise((notice, score) => {
        while (notices[i] < notice) i++;
        return notices[i] === notice ? score + weights[levels[i]] : 0;
      });
    });
    return scores;
  }

  /**
   * What proves that a chain stands in a notice: phrases of it that are not common, each with the contexts it must stand in; if
   * it is common as a whole, just that.
   */
  proofs(links) {
    const phrase = (from, to) => links.slice(from, to).map(({term, apart}, i) => (i && apart ? ',' : ' ') + term).join('');
    const counts = links.map((_, i) => {
      let count = 0;
      while (i + count < links.length && this.phrases.has(phrase(i, i + count + 1))) count++;
      return count;
    });
    if (counts[0] === links.length) return [{term: phrase(0, links.length), position: links[0].position}];
    const found = [];
    links.forEach(({position, term, apart}, i) => {
      const last = i + counts[i];
      if (counts[i] && !(last < links.length && counts[i + 1] >= counts[i])) return;
      const from = counts.findIndex((count, start) => start <= i && start + count >= i);
      const to = last + 1 + (counts[last + 1] ?? 0);
      found.push({
        term: counts[i] ? phrase(i, last + 1) : term,
        position,
        from: links[from].position,
        to: links[to - 1].end,
        before: from < i ? this.contexts(phrase(from, i), apart, true) : null,
        after: to > last + 1 ? this.contexts(phrase(last + 1, to), links[last + 1].apart, false) : null,
      });
    });
    const chosen = [];
    for (const {position, end} of links) {
      const there = chosen[chosen.length - 1]?.to ?? 0;
      if (end <= there) continue;
      const at = Math.max(position, there);
      chosen.push(found.filter(({from, to}) => from <= at && to > at).reduce((a, b) => b.to > a.to ? b : a));
    }
    return chosen;
  }

  /** The contexts of what stands after, or before, a common phrase: that phrase, and all longer ones that end, or begin, so. */
  contexts(phrase, apart, isAfter) {
    const found = new Set();
    for (const [common, number] of this.phrases) {
      const fits = isAfter ? common.endsWith(phrase.slice(1)) && ' ,'.includes(common[common.length - phrase.length])
          : common.startsWith(phrase) && ' ,'.includes(common[phrase.length] ?? ' ');
      if (fits) found.add(2 * number + (apart ? 1 : 0));
    }
    return found;
  }

  /** The notices that have a group of tokens as it was typed. */
  async group(group) {
    if (group.length === 1) return this.one(group[0]);
    const proofs = this.proofs(chain(group));
    const few = proofs.length > LONG ? await this.sample(group, proofs) : null;
    if (few) return few;
    const isWhole = proofs.length === 1 && !proofs[0].before && !proofs[0].after;
    for (const {term} of isWhole ? [] : proofs.slice(0, LONG)) this.positions.prepare(term);
    const entries = await Promise.all(proofs.map(({term}) => this.terms.find(term)));
    const scores = this.together(entries, 1);
    if (!scores.size || isWhole) return scores;
    const rarest = proofs.map((_, i) => i).sort((a, b) => entries[a].count - entries[b].count);
    const far = rarest.filter((i) => !entries[i].here);
    const starts = new Map();
    for (const some of [rarest.filter((i) => entries[i].here).concat(far.slice(0, 2)), far.slice(2)]) {
      if (!some.length || !scores.size) break;
      const left = some.reduce((sum, i) => sum + (entries[i].here ? 0 : entries[i].count), 0);
      if (scores.size <= FEW && await this.isShown(group, scores, left * POSITIONS > scores.size * TEXT)) break;
      const places = await Promise.all(some.map((i) => entries[i].here?.copy() ?? this.places(proofs[i].term)));
      places.forEach((bits, n) => {
        const proof = proofs[some[n]], where = spots(bits, entries[some[n]], scores, proof);
        scores.revise((notice, score) => {
          const there = where.get(notice).map((place) => place - proof.position);
          const left = starts.has(notice) ? starts.get(notice).filter((start) => there.includes(start)) : there;
          starts.set(notice, left);
          return left.length ? score : 0;
        });
      });
    }
    return scores;
  }

  /** The notices that have a long group, most likely a title, if three of its proofs leave but few and all show it; else nothing. */
  async sample(group, proofs) {
    const quarter = proofs.length >> 2, some = [quarter, proofs.length >> 1, proofs.length - 1 - quarter];
    const entries = await Promise.all(some.map((i) => this.terms.find(proofs[i].term)));
    const scores = this.together(entries, proofs.length / some.length);
    return !scores.size || scores.size <= FEW && await this.isShown(group, scores, true) ? scores : null;
  }

  /** Whether each notice shows the group on its card or, if that may be read, in its published text, so that no more need be known. */
  async isShown(group, scores, published) {
    const holds = (text) => marks(text, [group], this.table).length > 0;
    const shown = await Promise.all(scores.notices.map(async (notice) => {
      const {url, title, number} = await this.card(notice);
      if (holds(title) || holds(number)) return true;
      const blocks = published ? await this.blocks(url).catch(() => []) : []; // without it the positions tell
      return blocks.some(holds);
    }));
    return shown.every(Boolean);
  }

  /** The published text of a notice, block by block. */
  async blocks(url) {
    const bytes = await this.files.get(url);
    const page = new DOMParser().parseFromString(UTF8.decode(bytes), 'text/html');
    return [...page.querySelectorAll('p, li, td, th, h2, h3, h4, h5, h6')]
        .filter((block) => !block.querySelector('p, li, td') && block.closest('[id]')?.id.match(/^[dsip][0-9-]+$/))
        .map((block) => block.textContent.replace(/\s+/g, ' ').trim()).filter(Boolean);
  }

  async find(groups) {
    if (!groups.length) return new Scores(this.count);
    const all = await Promise.all(groups.map((group) => this.group(group)));
    const [scores, ...others] = all.sort((a, b) => a.size - b.size);
    for (const other of others) scores.revise((notice, score) => other.get(notice) && score + other.get(notice));
    return scores;
  }

  async search(text, choice = {}) {
    let groups = asked(String(text));
    let scores = await this.find(groups);
    if (!scores.size && groups.some((group) => group.some((token) => token.kind === 'han'))) {
      const folded = asked(String(text), await this.simplified());
      if (JSON.stringify(folded) !== JSON.stringify(groups)) {
        groups = folded;
        scores = await this.find(groups);
      }
    }
    const found = await this.chosen(scores, choice);
    return new Result(this, String(text), groups, found, scores, choice);
  }

  async simplified() {
    const table = Array.from(UTF8.decode(await this.files.get(`../folding.${this.folding}.bin`)));
    this.table ??= new Map(Array.from({length: table.length / 2}, (_, i) => [table[2 * i], table[2 * i + 1]]));
    return this.table;
  }

  async chosen(scores, choice) {
    let found = scores.notices;
    for (const kind of ['year', 'issuer', 'topic', 'kind']) {
      const keys = choice[kind];
      if (keys?.length) {
        const there = await this.members(kind, keys);
        found = found.filter(there);
      }
    }
    return found;
  }

  async members(kind, keys) {
    if (kind === 'year') {
      const years = this.years.filter((year) => keys.includes(year.key));
      return (notice) => years.some((year) => notice >= year.from && notice < year.to);
    }
    const lists = (await this.shelves())[kind].filter((shelf) => keys.includes(shelf.key)).map((shelf) => shelf.members());
    return (notice) => lists.some((list) => list.has(notice));
  }

  /** What a reader can choose from, in the order of the site, years newest first: {key, label}. */
  async options(kind) {
    return kind === 'year' ? this.years.map(({key}) => ({key, label: key})).reverse() : (await this.shelves())[kind];
  }

  async shelves() {
    if (!this.there) {
      const bytes = new Bytes(await this.files.get(`f.${this.choices}.bin`));
      const shelf = () => {
        const found = {key: bytes.text(), label: bytes.text(), count: bytes.number()};
        const list = bytes.raw(bytes.number());
        found.members = () => found.set ??= members(list, found.count);
        return found;
      };
      this.there = {issuer: bytes.list(shelf), topic: bytes.list(shelf), kind: bytes.list(shelf)};
    }
    return this.there;
  }

  async card(notice) {
    const file = Math.floor(notice / 8), group = Math.floor(file / 32);
    const bytes = new Bytes(await this.files.get(`c.${this.cards[group]}.${file % 32}.bin`));
    const text = () => bytes.text();
    const next = () => [text(), text(), text(), text(), bytes.list(text), text(), bytes.list(text)];
    for (let before = notice % 8; before > 0; before--) next();
    const [slug, issued, title, number, issuers, kind, statuses] = next();
    const path = `../../../${this.key}/notices/${issued.slice(0, 4)}/${slug}/`;
    return {url: new URL(path, this.files.folder).pathname, issued, title, number, issuers, kind, statuses};
  }
}

function members(list, count) {
  const bits = new Bits(list), k = bits.take(4), found = new Set();
  for (let member = -1; count > 0; count--) found.add(member += bits.rice(k) + 1);
  return found;
}

/** Where the groups of a query stand in a text: pairs of offsets, in order, apart. */
function marks(text, groups, folding) {
  const there = new Map();
  for (const token of tokens(text, {single: true, folding})) {
    if (!there.has(token.term)) there.set(token.term, []);
    there.get(token.term).push(token);
  }
  const found = [];
  for (const group of groups) {
    let starts = there.get(group[0].term) ?? [];
    if (group.length === 1 && group[0].kind === 'word' && !starts.length) {
      starts = [...there.values()].flat().filter((token) => token.term.startsWith(group[0].written));
    }
    for (const start of starts) {
      const shift = start.position - group[0].position;
      const all = group.map((token, i) => i === 0 ? start
          : there.get(token.term)?.find((other) => other.position === token.position + shift));
      if (all.every(Boolean)) found.push([start.start, Math.max(...all.map((token) => token.end))]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const apart = [];
  for (const mark of found) {
    const last = apart[apart.length - 1];
    if (last && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1]);
    else apart.push(mark);
  }
  return apart;
}

/** A text in pieces, those that were looked for marked as hits. */
function pieces(text, found, from = 0, to = text.length) {
  const parts = [];
  const add = (start, end, hit) => {
    if (start < end) parts.push({text: text.slice(start, end), hit});
  };
  let at = from;
  for (const [start, end] of found) {
    if (end <= from || start >= to) continue;
    add(at, Math.max(at, start), false);
    add(Math.max(at, start), Math.min(end, to), true);
    at = Math.min(end, to);
  }
  add(at, to, false);
  return parts;
}

/** The first so many of a list in an order, without bringing all of it into that order. */
function first(most, list, order) {
  if (list.length <= most) return [...list].sort(order);
  const best = [];
  for (let i = list.length - 1; i >= 0; i--) { // the newest notices first: most of the others then cost one look
    const one = list[i];
    if (best.length === most && order(best[most - 1], one) < 0) continue;
    let at = best.length;
    while (at > 0 && order(one, best[at - 1]) < 0) at--;
    best.splice(at, 0, one);
    if (best.length > most) best.pop();
  }
  return best;
}

class Result {
  constructor(index, text, groups, found, scores, choice) {
    this.index = index;
    this.text = text;
    this.groups = groups;
    this.found = found;
    this.scores = scores;
    this.choice = choice;
    this.total = found.length;
  }

  /** The numbers of the first so many notices in the order that is asked for; on ties the newer one is first. */
  best(most) {
    const byDate = this.choice.sort === 'date', {scores} = this;
    return first(most, this.found, (a, b) => (byDate ? 0 : scores.get(b) - scores.get(a)) || b - a);
  }

  async hits(from, to) {
    return Promise.all(this.best(to).slice(from).map(async (notice) => {
      const card = await this.index.card(notice);
      const show = (text) => pieces(text, marks(text, this.groups, this.index.table));
      return {
        url: card.url,
        lang: this.index.lang,
        title: show(card.title),
        number: card.number ? show(card.number) : null,
        issuers: card.issuers,
        kind: card.kind,
        issued: card.issued,
        status: card.statuses[0],
        excerpt: () => this.excerpt(card.url),
      };
    }));
  }

  /** The place in the published text where most of what was looked for stands, else its beginning. */
  async excerpt(url) {
    const blocks = await this.index.blocks(url);
    let best = null;
    for (const text of blocks) {
      const found = marks(text, this.groups, this.index.table);
      const count = new Set(found.map(([start, end]) => text.slice(start, end))).size;
      if (count && (!best || count > best.count)) best = {text, found, count};
    }
    best ??= blocks.length ? {text: blocks[0], found: [[0, 0]]} : null;
    if (!best) return [];
    const room = /[\u3400-\u9fff]/.test(best.text) ? 36 : 90;
    const first = best.found[0][0];
    let from = Math.max(0, first - room), to = Math.min(best.text.length, first + 2 * room);
    if (from < 12) from = 0;
    // Begins and ends between words or clauses where there is such a place.
    if (from > 0) from += best.text.slice(from, first).match(/^.{0,20}?[\s，。；：、！？]+/u)?.[0].length ?? 0;
    if (to < best.text.length) to -= best.text.slice(first, to).match(/[\s，。；：、！？][^\s，。；：、！？]{0,20}$/u)?.[0].length ?? 0;
    if (/[\udc00-\udfff]/.test(best.text[from] ?? '')) from--;
    if (/[\udc00-\udfff]/.test(best.text[to] ?? '')) to++;
    const parts = pieces(best.text, best.found, from, to);
    if (from > 0) parts.unshift({text: '…', hit: false});
    if (to < best.text.length) parts.push({text: '…', hit: false});
    return parts;
  }

  /** How many of the notices that match each choice of a kind would leave; what is chosen of that kind does not count. */
  async counts(kind) {
    const {index, choice} = this;
    const found = await index.chosen(this.scores, {...choice, [kind]: undefined});
    const counts = new Map();
    for (const {key} of await index.options(kind)) {
      const there = await index.members(kind, [key]);
      counts.set(key, found.filter(there).length);
    }
    return counts;
  }

  /** How many notices match in the other languages. */
  async elsewhere() {
    return Promise.all(this.index.others.map(async ({lang, name, hash}) => {
      const other = new Index(new Bytes(await filesOf(lang).get(`r.${hash}.bin`)));
      return {lang, tag: other.lang, name, total: (await other.search(this.text)).total};
    }));
  }
}

/** The index that begins so: section 5.1, in base64. Its files are fetched as they are needed. */
export function read(root) {
  const text = atob(root), bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return new Index(new Bytes(bytes));
}
