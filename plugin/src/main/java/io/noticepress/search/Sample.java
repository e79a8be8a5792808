package io.noticepress.search;

import io.noticepress.model.Digest;
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
final class Sample implements Cutter.Sink {
    /** How many notices are looked at. */
    private static final int NOTICES = 256;

    /** A phrase is common if it stands more often than that in the part of the site the sample is drawn from. */
    private static final int USES = 4096;

    /** Nor is it common if more than so many could be. */
    private static final int MOST = 3072;

    private final Cutter cutter;
    private final int step;
    private final Terms terms = new Terms();
    /** The links of all lines: of each its term, or less than 0 at the end of a line, and its position. */
    private int[] links = new int[1 << 16];

    private int[] positions = new int[1 << 16];
    private int size;

    /**
     * A sample of so many notices.
     *
     * @param all how many notices there are
     */
    Sample(Cutter cutter, int all) {
        this.cutter = cutter;
        this.step = step(all);
    }

    /**
     * The numbers of the notices that are looked at, rising: of few notices none, else those whose names come first when they
     * are strewn. So one that is added or removed, whatever its place, hardly ever changes the sample, and then by one.
     */
    static List<Integer> numbers(List<String> names) {
        if (names.size() < NOTICES) {
            return List.of();
        }
        return LongStream.range(0, names.size())
                .map(number -> (long) strewn(names.get((int) number)) << Integer.SIZE | number)
                .sorted()
                .limit(NOTICES)
                .mapToObj(strewn -> (int) strewn)
                .sorted()
                .toList();
    }

    /** A number that tells nothing of a name but is the same for the same: its hash, multiplied as Fibonacci hashing does. */
    private static int strewn(String name) {
        int hash = name.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    private static int step(int all) {
        return Integer.highestOneBit(Math.max(1, all / NOTICES));
    }

    /** A digest of some notices. */
    static Digest digest(List<Digest> keys, List<Integer> numbers) {
        return Digest.of(numbers.stream().map(keys::get).toList());
    }

    /** Adds a notice. */
    void add(Account account, String slip) {
        account.facts().forEach(fact -> add(fact.line()));
        slip.lines().forEach(line -> add(line.substring(1)));
    }

    private void add(String line) {
        cutter.start(0);
        cutter.cut(line, false, this);
        add(-1, 0);
    }

    @Override
    public void take(char[] term, int length, int position, boolean linked) {
        if (linked) {
            add(terms.number(term, length), position);
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
    List<String> phrases() {
        long most = Math.max(USES, (long) size * step / MOST);
        TreeSet<String> found = new TreeSet<>();
        String[] begun = new String[size]; // at each link the phrase that begins there, or null
        for (int length = 1; length <= Phrases.LONGEST; length++) {
            Map<String, Integer> counts = new HashMap<>();
            for (int i = 0; i < size; i++) {
                begun[i] = longer(begun, i, length);
                if (begun[i] != null) {
                    counts.merge(begun[i], 1, Integer::sum);
                }
            }
            for (int i = 0; i < size; i++) {
                if (begun[i] != null && (long) counts.get(begun[i]) * step > most) {
                    found.add(begun[i]);
                } else {
                    begun[i] = null;
                }
            }
        }
        return List.copyOf(found);
    }

    /** The phrase that begins at a link and is one longer, if both its parts may be common. */
    private String longer(String[] begun, int i, int length) {
        if (length == 1) {
            return links[i] < 0 ? null : ' ' + terms.term(links[i]);
        }
        int last = i + length - 1;
        if (begun[i] == null || i + 1 == size || begun[i + 1] == null) {
            return null;
        }
        return begun[i] + (positions[last] - positions[last - 1] > 1 ? ',' : ' ') + terms.term(links[last]);
    }
}
