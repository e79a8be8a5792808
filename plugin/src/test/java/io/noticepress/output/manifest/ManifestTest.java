package io.noticepress.output.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.values.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {
    /** Sorted by code point, which differs from the order of chars: 𠮷 comes after （. */
    private static final List<String> PATHS = List.of("a.html", "a/b.html", "zh/公告/index.html", "（1）.html", "𠮷.html");

    private static Manifest manifestOf(List<String> paths) {
        SortedMap<String, Manifest.AdoptedFile> found = new TreeMap<>(SitePaths.CODE_POINT_ORDER);
        paths.forEach(path -> found.put(
                path,
                new Manifest.AdoptedFile(
                        Digest.of(path),
                        path.hashCode(),
                        path.length(),
                        path.getBytes(StandardCharsets.UTF_8).length)));
        return Manifest.EMPTY.withAdopted(found);
    }

    @Test
    void everyFileIsFoundByItsPath() {
        Manifest manifest = manifestOf(PATHS);
        for (int i = 0; i < PATHS.size(); i++) {
            String path = PATHS.get(i);
            assertThat(manifest.find(path)).isEqualTo(i);
            assertThat(manifest.path(i)).isEqualTo(path);
            assertThat(manifest.contentDigest(i)).isEqualTo(Digest.of(path));
            assertThat(manifest.size(i)).isEqualTo(path.length());
            assertThat(manifest.modifiedNanos(i)).isEqualTo(path.getBytes(StandardCharsets.UTF_8).length);
        }
        assertThat(manifest.find("a/")).isNegative();
        assertThat(manifest.find("")).isNegative();
        assertThat(Manifest.EMPTY.find("a.html")).isNegative();
    }

    @Test
    void aCursorFindsTheSameWhateverTheOrder() {
        Manifest manifest = manifestOf(PATHS);
        Manifest.ManifestCursor manifestCursor = manifest.new ManifestCursor();
        for (String path : List.of("𠮷.html", "a.html", "a/b.html", "nowhere", "zh/公告/index.html", "a.html")) {
            assertThat(manifestCursor.find(path)).isEqualTo(manifest.find(path));
        }
    }

    @Test
    void addedEntriesAreMergedInOrderAndOthersKeepTheirState() {
        Manifest first = manifestOf(List.of("a/b.html", "𠮷.html"));
        SortedMap<String, Manifest.AdoptedFile> others = new TreeMap<>(SitePaths.CODE_POINT_ORDER);
        for (String path : List.of("a.html", "zh/公告/index.html", "（1）.html")) {
            others.put(path, new Manifest.AdoptedFile(Digest.of(path), 3, 1, 2));
        }
        Manifest both = first.withAdopted(others);
        assertThat(both.size()).isEqualTo(5);
        for (int i = 0; i < PATHS.size(); i++) {
            assertThat(both.path(i)).isEqualTo(PATHS.get(i));
            assertThat(both.contentDigest(i)).isEqualTo(Digest.of(PATHS.get(i)));
            assertThat(both.isPresent(i)).isTrue();
            assertThat(both.hasInputs(i)).isFalse();
        }
    }
}
