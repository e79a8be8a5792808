package io.noticepress.output.manifest;

import io.noticepress.model.values.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.PlannedFile;
import io.noticepress.store.SortedSearch;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** All files of a planned site in the order of their paths: those of the plan, and {@code checksums.txt}, which is added here. */
public final class PlannedFiles {
    /** {@code checksums.txt}. */
    private record PlannedChecksumList(Address address, InputDigests inputs) implements PlannedFile {
        static final PlannedChecksumList INSTANCE = new PlannedChecksumList(new Address(ChecksumList.PATH), noInputs());

        /** Its content is not known until everything else is rendered. */
        private static InputDigests noInputs() {
            Digest empty = Digest.of(new byte[0]);
            return new InputDigests(empty, empty, empty);
        }
    }

    private static final Comparator<PlannedFile> BY_PATH =
            (a, b) -> SitePaths.CODE_POINT_ORDER.compare(path(a), path(b));

    private final PlannedFile[] files;

    private PlannedFiles(PlannedFile[] files) {
        this.files = files;
    }

    /** The files of a plan; it need not be sorted, but a sorted one costs less. */
    public static PlannedFiles of(Collection<? extends PlannedFile> plan) {
        PlannedFile[] files = Arrays.copyOf(plan.toArray(PlannedFile[]::new), plan.size() + 1);
        for (int i = 0; i < plan.size(); i++) {
            if (path(files[i]).equals(ChecksumList.PATH)) {
                throw new IllegalArgumentException("the plan must not contain " + ChecksumList.PATH);
            }
        }
        files[plan.size()] = PlannedChecksumList.INSTANCE;
        Arrays.sort(files, BY_PATH);
        return new PlannedFiles(files);
    }

    private static String path(PlannedFile file) {
        return file.address().file();
    }

    public int size() {
        return files.length;
    }

    public String path(int index) {
        return path(files[index]);
    }

    public PlannedFile get(int index) {
        return files[index];
    }

    /** Whether a file is {@code checksums.txt}. */
    public boolean isChecksumList(int index) {
        return files[index] == PlannedChecksumList.INSTANCE;
    }

    /** The file with a path; if there is none, {@code -1 - index} of the file before which it would be inserted. */
    public int find(String path) {
        return SortedSearch.find(files.length, index -> SitePaths.CODE_POINT_ORDER.compare(path(index), path));
    }

    /** Whether there are files in a folder, given with its trailing slash. */
    public boolean hasFilesIn(String folder) {
        int index = -1 - find(folder); // no file has such a path
        return index < files.length && path(index).startsWith(folder);
    }
}
