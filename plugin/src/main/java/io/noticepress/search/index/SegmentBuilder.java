package io.noticepress.search.index;

import io.noticepress.search.codec.ByteWriter;
import io.noticepress.search.phrases.PhraseDictionary;
import io.noticepress.search.phrases.PhraseScanner;
import io.noticepress.search.phrases.PhraseTrie;
import io.noticepress.search.text.Bm25fWeight;
import io.noticepress.search.text.DocRecord;
import io.noticepress.search.text.TermTable;
import io.noticepress.search.text.Tokenizer;
import io.noticepress.store.TempFile;
import java.util.Arrays;

/** Collects the tokens of some notices in memory, then writes them to a segment on disk, sorted by term. For one thread. */
public final class SegmentBuilder implements Tokenizer.TokenSink, PhraseScanner.PhraseSink {
    private static final int FIELDS = Bm25fWeight.IndexField.values().length;

    /** Where a segment is in a temporary file, and how many terms it has. */
    public record SegmentRef(long start, int length, int termCount) {}

    private final Tokenizer tokenizer;
    private final PhraseDictionary dictionary;
    private final PhraseScanner scanner;
    private final TermTable termTable = new TermTable();
    /** For each term its number as a common phrase; 0 if it is none. */
    private int[] phraseNumbers = new int[1 << 12];
    /** For each common phrase of several tokens its term plus 1; 0 if it has not occurred yet. */
    private final int[] phraseTerms;

    /** For each phrase that is not common although its parts are, its term plus 1. */
    private final PhraseTrie uncommonTrie = new PhraseTrie();

    /** For each token its term. */
    private int[] tokenTerms = new int[1 << 16];
    /** For each token, from the highest bits on, its notice in the segment (24 bits), field (8) and position (32). */
    private long[] occurrences = new long[1 << 16];
    /** For each token its context. */
    private long[] contexts = new long[1 << 16];

    private int size;
    /** For each notice its number. */
    private int[] noticeNumbers = new int[1 << 8];

    private int[] titleLengths = new int[1 << 8];
    private int[] textLengths = new int[1 << 8];
    private int noticeCount;
    private long currentField;

    public SegmentBuilder(Tokenizer tokenizer, PhraseDictionary dictionary) {
        this.tokenizer = tokenizer;
        this.dictionary = dictionary;
        this.scanner = new PhraseScanner(dictionary);
        this.phraseTerms = new int[dictionary.all().size() + 1];
    }

    /** Adds a notice: first its fields, then its text from the next multiple of 64 on. Numbers must ascend. */
    public void add(int number, DocRecord docRecord, String searchText) {
        if (noticeCount == noticeNumbers.length) {
            noticeNumbers = Arrays.copyOf(noticeNumbers, noticeCount * 2);
            titleLengths = Arrays.copyOf(titleLengths, noticeCount * 2);
            textLengths = Arrays.copyOf(textLengths, noticeCount * 2);
        }
        noticeNumbers[noticeCount] = number;
        tokenizer.moveTo(0);
        docRecord.fields().forEach(fieldLine -> add(fieldLine.field(), fieldLine.line()));
        currentField = Bm25fWeight.IndexField.ISSUER.ordinal();
        tokenizer.emitTerm("@" + docRecord.issued(), tokenizer.position(), this);
        scanner.endLine(this);
        tokenizer.moveTo(tokenizer.position() + 2 + 63 & ~63);
        for (int from = 0, end; from < searchText.length(); from = end + 1) {
            end = searchText.indexOf('\n', from);
            add(
                    searchText.charAt(from) == '#' ? Bm25fWeight.IndexField.HEADING : Bm25fWeight.IndexField.TEXT,
                    searchText.substring(from + 1, end));
        }
        noticeCount++;
    }

    /** Adds a line. The next one begins at a multiple of 32, so that most changes of a line do not move the lines after it. */
    private void add(Bm25fWeight.IndexField indexField, String line) {
        int start = tokenizer.position();
        boolean single = indexField.compareTo(Bm25fWeight.IndexField.HEADING) < 0;
        this.currentField = indexField.ordinal();
        tokenizer.tokenize(line, single, this);
        scanner.endLine(this);
        int length = tokenizer.position() - start;
        if (indexField == Bm25fWeight.IndexField.TITLE) {
            titleLengths[noticeCount] += length;
        } else if (!single) {
            textLengths[noticeCount] += length;
        }
        tokenizer.moveTo(tokenizer.position() + 31 & ~31);
    }

    @Override
    public void token(char[] term, int length, int position, boolean linked) {
        int number = termNumber(term, length);
        if (linked) {
            scanner.addLink(size, phraseNumbers[number], position);
        } else if (term[0] == '#' || term[0] == '@') {
            scanner.addNumeric(size, position);
        }
        add(number, position, 0);
    }

    @Override
    public void commonPhrase(int phrase, int position) {
        if (phraseTerms[phrase] == 0) {
            int number = termNumber(dictionary.phrase(phrase));
            phraseNumbers[number] = phrase;
            phraseTerms[phrase] = number + 1;
        }
        add(phraseTerms[phrase] - 1, position, 0);
    }

    @Override
    public void uncommonPhrase(int phrase, boolean apart, int word, int position, long context) {
        long step = PhraseTrie.edge(phrase, apart, word);
        int number = uncommonTrie.child(step) - 1;
        if (number < 0) {
            String last = dictionary.phrase(word).substring(1);
            number = termNumber(dictionary.phrase(phrase) + (apart ? ',' : ' ') + last);
            uncommonTrie.add(step, number + 1);
        }
        add(number, position, context);
    }

    private int termNumber(String phrase) {
        int number = termTable.intern(phrase.toCharArray(), phrase.length());
        ensureCapacity(number);
        return number;
    }

    @Override
    public void tokenContext(int token, long context) {
        contexts[token] = context;
    }

    private int termNumber(char[] term, int length) {
        int known = termTable.size();
        int number = termTable.intern(term, length);
        if (number == known) {
            ensureCapacity(number);
            phraseNumbers[number] = dictionary.wordNumber(new String(term, 0, length));
        }
        return number;
    }

    private void ensureCapacity(int number) {
        if (number >= phraseNumbers.length) {
            phraseNumbers = Arrays.copyOf(phraseNumbers, number * 2);
        }
    }

    private void add(int number, int position, long context) {
        if (size == tokenTerms.length) {
            tokenTerms = Arrays.copyOf(tokenTerms, size * 2);
            occurrences = Arrays.copyOf(occurrences, size * 2);
            contexts = Arrays.copyOf(contexts, size * 2);
        }
        tokenTerms[size] = number;
        contexts[size] = context;
        occurrences[size++] = (long) noticeCount << 40 | currentField << 32 | position;
    }

    /**
     * Writes the segment. Numbers and texts as in {@link ByteWriter}:
     *
     * <pre>
     * for each term, sorted:      term (text), count of notices, length of the postings in bytes, postings
     *   postings, per notice:     notices skipped since the last one, weight level, count of positions (0 for a common phrase)
     *     per position:           positions skipped since the last one, context before, context after
     * </pre>
     */
    public SegmentRef writeTo(TempFile file) {
        int[] order = termTable.sorted();
        int[] ends = new int[order.length];
        groupByTerm(order, ends);
        ByteWriter out = new ByteWriter(1 << 16);
        ByteWriter postings = new ByteWriter(1 << 12);
        int from = 0;
        for (int term : order) {
            int notices = encodePostings(from, ends[term], phraseNumbers[term] == 0, postings);
            out.writeText(termTable.term(term));
            out.writeNumber(notices);
            out.writeNumber(postings.length());
            out.writeBytes(postings.array(), 0, postings.length());
            postings.clear();
            from = ends[term];
        }
        return new SegmentRef(file.append(out.array(), out.length()), out.length(), order.length);
    }

    /** Groups the tokens by term, in the order of terms; sets where the tokens of each term end. */
    private void groupByTerm(int[] order, int[] ends) {
        for (int i = 0; i < size; i++) {
            ends[tokenTerms[i]]++;
        }
        int start = 0;
        for (int term : order) {
            int count = ends[term];
            ends[term] = start;
            start += count;
        }
        long[] sortedOccurrences = new long[size];
        long[] sortedContexts = new long[size];
        for (int i = 0; i < size; i++) {
            int at = ends[tokenTerms[i]]++;
            sortedOccurrences[at] = occurrences[i];
            sortedContexts[at] = contexts[i];
        }
        occurrences = sortedOccurrences;
        contexts = sortedContexts;
    }

    /**
     * Encodes the postings of a term.
     *
     * @param withPositions whether positions are stored
     * @return how many notices have the term
     */
    private int encodePostings(int from, int to, boolean withPositions, ByteWriter out) {
        int[] fields = new int[FIELDS];
        int found = 0;
        int last = -1;
        for (int i = from, end; i < to; i = end) {
            int notice = (int) (occurrences[i] >>> 40);
            for (end = i; end < to && occurrences[end] >>> 40 == notice; end++) {
                fields[(int) (occurrences[end] >>> 32) & 0xFF]++;
            }
            out.writeNumber(noticeNumbers[notice] - last - 1);
            out.writeNumber(Bm25fWeight.level(fields, titleLengths[notice], textLengths[notice]));
            out.writeNumber(withPositions ? end - i : 0);
            int before = -1;
            for (int token = i; withPositions && token < end; token++) {
                int position = (int) occurrences[token];
                out.writeNumber(position - before - 1);
                out.writeNumber((int) (contexts[token] >>> 32));
                out.writeNumber((int) contexts[token]);
                before = position;
            }
            Arrays.fill(fields, 0);
            last = noticeNumbers[notice];
            found++;
        }
        return found;
    }
}
