package io.noticepress.output.transaction;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.FileTable;
import io.noticepress.output.manifest.Manifest;
import io.noticepress.output.manifest.PlannedFiles;
import io.noticepress.plan.InputDigests;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.FileStamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalLong;

/** The files of the new site in the order of their paths, each either kept or staged; takes 4 bytes a file. */
public final class FinalTree implements FileTable {
    private static final int MISSING = -1;

    private final PlannedFiles planned;
    private final Manifest manifest;
    private final Staging staging;
    /** For each file its row in the manifest if it is kept; else the size of the manifest plus its number in the staging. */
    private final int[] places;

    private final boolean samePaths;

    private FinalTree(PlannedFiles planned, Manifest manifest, Staging staging, int[] places, boolean samePaths) {
        this.planned = planned;
        this.manifest = manifest;
        this.staging = staging;
        this.places = places;
        this.samePaths = samePaths;
    }

    /** Finds each planned file in the staging or the manifest. */
    public static FinalTree of(PlannedFiles plannedFiles, Manifest manifest, Staging staging) {
        int[] places = new int[plannedFiles.size()];
        BitSet rows = new BitSet(manifest.size());
        Manifest.ManifestCursor manifestCursor = manifest.new ManifestCursor();
        for (int i = 0; i < places.length; i++) {
            int row = manifestCursor.find(plannedFiles.path(i));
            int number = staging.find(plannedFiles.path(i));
            if (row >= 0) {
                rows.set(row);
            }
            places[i] = number >= 0 ? manifest.size() + number : row < 0 ? MISSING : row;
        }
        return new FinalTree(plannedFiles, manifest, staging, places, rows.cardinality() == places.length);
    }

    /** Adds a file that was staged later. */
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

    /** The number of the file at a path; negative if there is none. */
    public int find(String path) {
        return planned.find(path);
    }

    /** Whether there are files below a folder, whose path ends in {@code /}. */
    boolean hasFilesIn(String folder) {
        return planned.hasFilesIn(folder);
    }

    /** Whether a file was rendered in this build. */
    public boolean isStaged(int file) {
        return places[file] >= manifest.size();
    }

    /** The row of a file that is not staged; negative if it is missing. */
    public int row(int file) {
        return places[file];
    }

    /** The number of files rendered in this build. */
    public int renderedCount() {
        return (int)
                Arrays.stream(places).filter(place -> place >= manifest.size()).count();
    }

    /** Whether the manifest has the same paths. */
    public boolean hasSamePaths() {
        return samePaths && manifest.size() == places.length;
    }

    /** The number of a staged file that must be moved; negative if the output already has these bytes. */
    int stagedNumber(int file) {
        return isStaged(file) ? staging.stagedNumber(places[file] - manifest.size()) : Staging.IN_PLACE;
    }

    /** The inputs of a file; for the list of checksums, its own digest. */
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

    /** The checksum of a file on disk; empty if it is not intact. Reads it only if its time, and nothing else, differs. */
    public OptionalLong checksum(int file, Path path, FileStamp stamp) throws IOException {
        boolean intact = size(file) == stamp.size()
                && (modifiedNanos(file) == stamp.modified() || DoubleCrc.of(path) == crc(file));
        return intact ? OptionalLong.of(crc(file)) : OptionalLong.empty();
    }

    @Override
    public long modifiedNanos(int file) {
        return isStaged(file)
                ? staging.modifiedNanos(places[file] - manifest.size())
                : manifest.modifiedNanos(places[file]);
    }
}
