package io.noticepress.importer.account;

import io.noticepress.importer.source.MappedText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Disposition of each character of a source, by its offset.
 *
 * <p>A character is assigned once. A second assignment is an error of this program, except that a normalised character may be
 * normalised again or dropped.
 */
public final class CharLedger {
    /** A character was assigned twice. */
    public static final class DispositionConflict extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private final int offset;

        private DispositionConflict(int offset, String dispositions) {
            super("character " + offset + " is both " + dispositions);
            this.offset = offset;
        }

        public int offset() {
            return offset;
        }
    }

    private final String source;
    private final Disposition[] dispositions;
    private final String[] fields;

    public CharLedger(String source) {
        this.source = source;
        this.dispositions = new Disposition[source.length()];
        this.fields = new String[source.length()];
        Arrays.fill(dispositions, Disposition.OPEN);
    }

    public Disposition disposition(int offset) {
        return dispositions[offset];
    }

    int size() {
        return dispositions.length;
    }

    /** The part of the draft that contains a kept character: {@code text} or the name of a field. */
    public Optional<String> field(int offset) {
        return Optional.ofNullable(fields[offset]);
    }

    /** The number of kept characters in each part of the draft. */
    Map<String, Integer> keptPerField() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] != null && !isLowSurrogate(i)) {
                counts.merge(fields[i], 1, Integer::sum);
            }
        }
        return counts;
    }

    private boolean isLowSurrogate(int offset) {
        return offset > 0 && Character.isSurrogatePair(source.charAt(offset - 1), source.charAt(offset));
    }

    /** Assigns a disposition to those characters of a range that have none. */
    public void assignIfOpen(int from, int to, Disposition disposition) {
        for (int i = from; i < to; i++) {
            if (dispositions[i] == Disposition.OPEN) {
                dispositions[i] = disposition;
            }
        }
    }

    /**
     * Assigns a disposition to characters that the draft does not contain unchanged.
     *
     * @throws DispositionConflict if one of them is kept or dropped already
     */
    public void assign(MappedText mappedText, Disposition disposition) {
        for (int offset : mappedText.offsets()) {
            if (offset >= 0) {
                assign(offset, disposition);
            }
        }
    }

    /**
     * Records that a part of the draft contains these characters.
     *
     * @throws DispositionConflict if one of them is dropped or kept already
     */
    public void keep(MappedText mappedText, String field) {
        for (int i = 0; i < mappedText.length(); i++) {
            int offset = mappedText.offsets()[i];
            if (offset < 0) {
                continue;
            }
            if (dispositions[offset] == Disposition.OPEN && mappedText.text().charAt(i) == source.charAt(offset)) {
                dispositions[offset] = Disposition.KEPT;
                fields[offset] = field;
            } else if (!dispositions[offset].group().equals("normalised")) {
                throw new DispositionConflict(offset, dispositions[offset] + " and in " + field);
            }
        }
    }

    private void assign(int offset, Disposition disposition) {
        boolean isReassignable = dispositions[offset].group().equals("normalised") && disposition != Disposition.KEPT;
        if (dispositions[offset] != Disposition.OPEN && !isReassignable) {
            throw new DispositionConflict(offset, dispositions[offset] + " and " + disposition);
        }
        dispositions[offset] = disposition;
    }

    /** Offset of the first unassigned character from an offset on; -1 if there is none. */
    public int nextOpen(int from) {
        for (int i = from; i < dispositions.length; i++) {
            if (dispositions[i] == Disposition.OPEN) {
                return i;
            }
        }
        return -1;
    }
}
