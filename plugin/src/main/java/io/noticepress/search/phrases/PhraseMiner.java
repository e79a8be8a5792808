package io.noticepress.search.phrases;

import io.noticepress.model.values.Digest;
import io.noticepress.search.text.DocRecord;
import io.noticepress.search.text.TermTable;
import io.noticepress.search.text.Tokenizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the common phrases of a language by counting phrases in a sample of its notices. The sample stays nearly the same
 * when notices are added or removed. Section 2.1 of {@code search.md}. For one thread.
 */
public final class PhraseMiner implements Tokenizer.TokenSink {
    /** The number of notices in the sample. */
    private static final int SAMPLE_SIZE = 256;

    /** A common phrase occurs more often than this, as estimated for all notices. */
    private static final int MIN_USES = 4096;

    /** The threshold rises with the size of the text, so that there are at most this many common phrases of one length. */
    private static final int MAX_PHRASES = 3072;

    private final Tokenizer tokenizer;
    private final int scale;
    private final TermTable termTable = new TermTable();
    /** The links of all lines: the number of the term, or -1 at the end of a line, and the position. */
    private int[] links = new int[1 << 16];

    private int[] positions = new int[1 << 16];
    private int size;

    /**
     * An empty sample.
     *
     * @param noticeCount number of all notices, of which the sample is a part
     */
    public PhraseMiner(Tokenizer tokenizer, int noticeCount) {
        this.tokenizer = tokenizer;
        this.scale = scaleOf(noticeCount);
    }

    /**
     * The indices of the notices in the sample, ascending: those whose slugs have the smallest hashes; none if there are fewer
     * notices than a sample needs. A notice that is added or removed rarely changes the sample, and then by one notice.
     */
    public static List<Integer> sampleNumbers(List<String> slugs) {
        if (slugs.size() < SAMPLE_SIZE) {
            return List.of();
        }
        return LongStream.range(0, slugs.size())
                .map(number -> (long) hash(slugs.get((int) number)) << Integer.SIZE | number)
                .sorted()
                .limit(SAMPLE_SIZE)
                .mapToObj(number -> (int) number)
                .sorted()
                .toList();
    }

    /** A hash whose order is unrelated to the order of the slugs (Fibonacci hashing). */
    private static int hash(String slug) {
        int hash = slug.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    private static int scaleOf(int noticeCount) {
        return Integer.highestOneBit(Math.max(1, noticeCount / SAMPLE_SIZE));
    }

    /** The digest of a sample, made from the digests of its notices. */
    public static Digest sampleDigest(List<Digest> noticeDigests, List<Integer> sampleNumbers) {
        return Digest.of(sampleNumbers.stream().map(noticeDigests::get).toList());
    }

    /**
     * Adds a notice.
     *
     * @param searchText see {@link io.noticepress.search.text.SearchText}
     */
    public void add(DocRecord docRecord, String searchText) {
        docRecord.fields().forEach(fieldLine -> add(fieldLine.line()));
        searchText.lines().forEach(line -> add(line.substring(1)));
    }

    private void add(String line) {
        tokenizer.moveTo(0);
        tokenizer.tokenize(line, false, this);
        add(-1, 0);
    }

    @Override
    public void token(char[] term, int length, int position, boolean linked) {
        if (linked) {
            add(termTable.intern(term, length), position);
        }
    }

    private void add(int link, int position) {
        if (size == links.length) {
            links = Arrays.copyOf(links, size * 2);
            positions = Arrays.copyOf(positions, size * 2);
        }
        links[size] = link;
        positions[size++] = position;
    }

    /** The common phrases in ascending order. */
    public List<String> commonPhrases() {
        long threshold = Math.max(MIN_USES, (long) size * scale / MAX_PHRASES);
        TreeSet<String> found = new TreeSet<>();
        String[] starting = new String[size]; // by link: the common phrase of this length that starts there, or null
        for (int length = 1; length <= PhraseDictionary.MAX_LINKS; length++) {
            Map<String, Integer> counts = new HashMap<>();
            for (int i = 0; i < size; i++) {
                starting[i] = extend(starting, i, length);
                if (starting[i] != null) {
                    counts.merge(starting[i], 1, Integer::sum);
                }
            }
            for (int i = 0; i < size; i++) {
                if (starting[i] != null && (long) counts.get(starting[i]) * scale > threshold) {
                    found.add(starting[i]);
                } else {
                    starting[i] = null;
                }
            }
        }
        return List.copyOf(found);
    }

    /** The phrase of a length that starts at a link; null if one of its two longest parts is not common. */
    private @Nullable String extend(@Nullable String[] starting, int i, int length) {
        if (length == 1) {
            return links[i] < 0 ? null : ' ' + termTable.term(links[i]);
        }
        int last = i + length - 1;
        if (starting[i] == null || i + 1 == size || starting[i + 1] == null) {
            return null;
        }
        return starting[i] + (positions[last] - positions[last - 1] > 1 ? ',' : ' ') + termTable.term(links[last]);
    }
}
