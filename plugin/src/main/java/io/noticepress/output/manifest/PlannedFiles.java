package io.noticepress.output.manifest;

import io.noticepress.model.values.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.PlannedFile;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** Every file a site shall have, in the order of their paths: those of a plan, and the list of checksums, which is made here. */
public final class PlannedFiles {
    /** The list of checksums. */
    private record PlannedChecksumList(Address address, InputDigests inputs) implements PlannedFile {
        static final PlannedChecksumList INSTANCE = new PlannedChecksumList(new Address(ChecksumList.PATH), noInputs());

        /** What it lists is not known before all else is made. */
        private static InputDigests noInputs() {
            Digest nothing = Digest.of(new byte[0]);
            return new InputDigests(nothing, nothing, nothing);
        }
    }

    private static final Comparator<PlannedFile> BY_PATH =
            (a, b) -> SitePaths.CODE_POINT_ORDER.compare(path(a), path(b));

    private final PlannedFile[] files;

    private PlannedFiles(PlannedFile[] files) {
        this.files = files;
    }

    /** What a plan comes to; it need not be in order, though one that is costs less. */
    public static PlannedFiles of(Collection<? extends PlannedFile> plan) {
        PlannedFile[] files = Arrays.copyOf(plan.toArray(PlannedFile[]::new), plan.size() + 1);
        for (int i = 0; i < plan.size(); i++) {
            if (path(files[i]).equals(ChecksumList.PATH)) {
                throw new IllegalArgumentException("the list of checksums is made here: " + ChecksumList.PATH);
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

    /** Whether a file is the list of checksums. */
    public boolean isChecksumList(int index) {
        return files[index] == PlannedChecksumList.INSTANCE;
    }

    /** Which file has a path; if there is none, the one it would stand before, as {@code -1 - index}. */
    public int find(String path) {
        int low = 0;
        int high = files.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = SitePaths.CODE_POINT_ORDER.compare(path(middle), path);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return -1 - low;
    }

    boolean contains(String path) {
        return find(path) >= 0;
    }

    /** Whether a file lies below a folder, which ends in {@code /}. */
    public boolean hasFilesIn(String folder) {
        int index = -1 - find(folder); // no file has such a path
        return index < files.length && path(index).startsWith(folder);
    }
}
