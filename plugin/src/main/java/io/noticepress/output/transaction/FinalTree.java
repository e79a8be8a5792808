package io.noticepress.output.transaction;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.FileTable;
import io.noticepress.output.manifest.Manifest;
import io.noticepress.output.manifest.PlannedFiles;
import io.noticepress.plan.InputDigests;
import java.util.Arrays;
import java.util.BitSet;

/** A site as it is put in place, file by file in the order of paths: each stands there already or was staged; 4 bytes a file. */
public final class FinalTree implements FileTable {
    private static final int MISSING = -1;

    private final PlannedFiles planned;
    private final Manifest manifest;
    private final Staging staging;
    /** The row of a file that stands; behind those, the numbers of staged ones. */
    private final int[] places;

    private final boolean samePaths;

    private FinalTree(PlannedFiles planned, Manifest manifest, Staging staging, int[] places, boolean samePaths) {
        this.planned = planned;
        this.manifest = manifest;
        this.staging = staging;
        this.places = places;
        this.samePaths = samePaths;
    }

    /** What there is of the files of a site. */
    public static FinalTree of(PlannedFiles plannedFiles, Manifest ours, Staging staged) {
        int[] places = new int[plannedFiles.size()];
        BitSet rows = new BitSet(ours.size());
        Manifest.ManifestCursor manifestCursor = ours.new ManifestCursor();
        for (int i = 0; i < places.length; i++) {
            int row = manifestCursor.find(plannedFiles.path(i));
            int number = staged.find(plannedFiles.path(i));
            if (row >= 0) {
                rows.set(row);
            }
            places[i] = number >= 0 ? ours.size() + number : row < 0 ? MISSING : row;
        }
        return new FinalTree(plannedFiles, ours, staged, places, rows.cardinality() == places.length);
    }

    /** Adds what was staged since, of one path. */
    void addStaged(String path) {
        places[planned.find(path)] = manifest.size() + staging.find(path);
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public String path(int file) {
        return planned.path(file);
    }

    /** Which file has a path; negative if there is none. */
    public int find(String path) {
        return planned.find(path);
    }

    /** Whether a file would stand below a folder, which ends in {@code /}. */
    boolean hasFilesIn(String folder) {
        return planned.hasFilesIn(folder);
    }

    /** Whether a file was made in this build. */
    public boolean isStaged(int file) {
        return places[file] >= manifest.size();
    }

    /** The row of a file that is not staged; negative if it is not there either. */
    public int row(int file) {
        return places[file];
    }

    /** How many files were made in this build. */
    public int renderedCount() {
        return (int)
                Arrays.stream(places).filter(place -> place >= manifest.size()).count();
    }

    /** Whether our files have the paths of the site, and no others. */
    public boolean hasSamePaths() {
        return samePaths && manifest.size() == places.length;
    }

    /** The number under which a file waits to be moved; negative if its bytes stand in the output already. */
    int stagedNumber(int file) {
        return isStaged(file) ? staging.stagedNumber(places[file] - manifest.size()) : Staging.IN_PLACE;
    }

    /** What a file was made from; of the list of checksums, what is in it. */
    @Override
    public InputDigests inputs(int file) {
        if (planned.isChecksumList(file)) {
            return new InputDigests(contentDigest(file), contentDigest(file), contentDigest(file));
        }
        return isStaged(file)
                ? staging.inputs(places[file] - manifest.size())
                : planned.get(file).inputs();
    }

    @Override
    public Digest contentDigest(int file) {
        return isStaged(file)
                ? staging.contentDigest(places[file] - manifest.size())
                : manifest.contentDigest(places[file]);
    }

    @Override
    public long crc(int file) {
        return isStaged(file) ? staging.crc(places[file] - manifest.size()) : manifest.crc(places[file]);
    }

    @Override
    public long size(int file) {
        return isStaged(file) ? staging.size(places[file] - manifest.size()) : manifest.size(places[file]);
    }

    @Override
    public long modifiedNanos(int file) {
        return isStaged(file)
                ? staging.modifiedNanos(places[file] - manifest.size())
                : manifest.modifiedNanos(places[file]);
    }
}
