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

/**
 * Some notices, the same for long while others come and go, in which is counted what is common. Section 2.1 of the specification. For
 * one thread.
 */
public final class PhraseMiner implements Tokenizer.TokenSink {
    /** How many notices are looked at. */
    private static final int SAMPLE_SIZE = 256;

    /** A phrase is common if it stands more often than that in the part of the site the sample is drawn from. */
    private static final int MIN_USES = 4096;

    /** Nor is it common if more than so many could be. */
    private static final int MAX_PHRASES = 3072;

    private final Tokenizer tokenizer;
    private final int scale;
    private final TermTable termTable = new TermTable();
    /** The links of all lines: of each its term, or less than 0 at the end of a line, and its position. */
    private int[] links = new int[1 << 16];

    private int[] positions = new int[1 << 16];
    private int size;

    /**
     * A sample of so many notices.
     *
     * @param all how many notices there are
     */
    public PhraseMiner(Tokenizer tokenizer, int all) {
        this.tokenizer = tokenizer;
        this.scale = scaleOf(all);
    }

    /**
     * The numbers of the notices that are looked at, rising: of few notices none, else those whose names come first when they
     * are strewn. So one that is added or removed, whatever its place, hardly ever changes the sample, and then by one.
     */
    public static List<Integer> sampleNumbers(List<String> names) {
        if (names.size() < SAMPLE_SIZE) {
            return List.of();
        }
        return LongStream.range(0, names.size())
                .map(number -> (long) scatter(names.get((int) number)) << Integer.SIZE | number)
                .sorted()
                .limit(SAMPLE_SIZE)
                .mapToObj(strewn -> (int) strewn)
                .sorted()
                .toList();
    }

    /** A number that tells nothing of a name but is the same for the same: its hash, multiplied as Fibonacci hashing does. */
    private static int scatter(String name) {
        int hash = name.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    private static int scaleOf(int all) {
        return Integer.highestOneBit(Math.max(1, all / SAMPLE_SIZE));
    }

    /** A digest of some notices. */
    public static Digest sampleDigest(List<Digest> keys, List<Integer> numbers) {
        return Digest.of(numbers.stream().map(keys::get).toList());
    }

    /** Adds a notice. */
    public void add(DocRecord docRecord, String slip) {
        docRecord.fields().forEach(fieldLine -> add(fieldLine.line()));
        slip.lines().forEach(line -> add(line.substring(1)));
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

    /** The common phrases, in their order. */
    public List<String> commonPhrases() {
        long most = Math.max(MIN_USES, (long) size * scale / MAX_PHRASES);
        TreeSet<String> found = new TreeSet<>();
        String[] begun = new String[size]; // at each link the phrase that begins there, or null
        for (int length = 1; length <= PhraseDictionary.MAX_LINKS; length++) {
            Map<String, Integer> counts = new HashMap<>();
            for (int i = 0; i < size; i++) {
                begun[i] = extend(begun, i, length);
                if (begun[i] != null) {
                    counts.merge(begun[i], 1, Integer::sum);
                }
            }
            for (int i = 0; i < size; i++) {
                if (begun[i] != null && (long) counts.get(begun[i]) * scale > most) {
                    found.add(begun[i]);
                } else {
                    begun[i] = null;
                }
            }
        }
        return List.copyOf(found);
    }

    /** The phrase that begins at a link and is one longer, if both its parts may be common. */
    private String extend(String[] begun, int i, int length) {
        if (length == 1) {
            return links[i] < 0 ? null : ' ' + termTable.term(links[i]);
        }
        int last = i + length - 1;
        if (begun[i] == null || i + 1 == size || begun[i + 1] == null) {
            return null;
        }
        return begun[i] + (positions[last] - positions[last - 1] > 1 ? ',' : ' ') + termTable.term(links[last]);
    }
}
