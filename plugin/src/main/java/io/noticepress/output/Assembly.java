package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.plan.InputDigests;
import java.util.Arrays;
import java.util.BitSet;

/** A site as it is put in place, file by file in the order of paths: each stands there already or was staged; 4 bytes a file. */
final class Assembly implements FileTable {
    private static final int MISSING = -1;

    private final Lineup lineup;
    private final Manifest ours;
    private final Staging staged;
    /** The row of a file that stands; behind those, the numbers of staged ones. */
    private final int[] places;

    private final boolean same;

    private Assembly(Lineup lineup, Manifest ours, Staging staged, int[] places, boolean same) {
        this.lineup = lineup;
        this.ours = ours;
        this.staged = staged;
        this.places = places;
        this.same = same;
    }

    /** What there is of the files of a site. */
    static Assembly of(Lineup lineup, Manifest ours, Staging staged) {
        int[] places = new int[lineup.size()];
        BitSet rows = new BitSet(ours.size());
        Manifest.Cursor cursor = ours.new Cursor();
        for (int i = 0; i < places.length; i++) {
            int row = cursor.find(lineup.path(i));
            int number = staged.find(lineup.path(i));
            if (row >= 0) {
                rows.set(row);
            }
            places[i] = number >= 0 ? ours.size() + number : row < 0 ? MISSING : row;
        }
        return new Assembly(lineup, ours, staged, places, rows.cardinality() == places.length);
    }

    /** Adds what was staged since, of one path. */
    void add(String path) {
        places[lineup.find(path)] = ours.size() + staged.find(path);
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public String path(int file) {
        return lineup.path(file);
    }

    /** Which file has a path; negative if there is none. */
    int find(String path) {
        return lineup.find(path);
    }

    /** Whether a file would stand below a folder, which ends in {@code /}. */
    boolean isIn(String folder) {
        return lineup.isIn(folder);
    }

    /** Whether a file was made in this build. */
    boolean isStaged(int file) {
        return places[file] >= ours.size();
    }

    /** The row of a file that is not staged; negative if it is not there either. */
    int row(int file) {
        return places[file];
    }

    /** How many files were made in this build. */
    int rendered() {
        return (int) Arrays.stream(places).filter(place -> place >= ours.size()).count();
    }

    /** Whether our files have the paths of the site, and no others. */
    boolean isSame() {
        return same && ours.size() == places.length;
    }

    /** The number under which a file waits to be moved; negative if its bytes stand in the output already. */
    int number(int file) {
        return isStaged(file) ? staged.number(places[file] - ours.size()) : Staging.STANDS;
    }

    /** What a file was made from; of the list of checksums, what is in it. */
    @Override
    public InputDigests inputs(int file) {
        if (lineup.isSums(file)) {
            return new InputDigests(bytes(file), bytes(file), bytes(file));
        }
        return isStaged(file)
                ? staged.inputs(places[file] - ours.size())
                : lineup.get(file).inputs();
    }

    @Override
    public Digest bytes(int file) {
        return isStaged(file) ? staged.bytes(places[file] - ours.size()) : ours.bytes(places[file]);
    }

    @Override
    public long crc(int file) {
        return isStaged(file) ? staged.crc(places[file] - ours.size()) : ours.crc(places[file]);
    }

    @Override
    public long size(int file) {
        return isStaged(file) ? staged.size(places[file] - ours.size()) : ours.size(places[file]);
    }

    @Override
    public long time(int file) {
        return isStaged(file) ? staged.time(places[file] - ours.size()) : ours.time(places[file]);
    }
}
