package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {
    /** In the order of code points, which is not that of chars: 𠮷 is beyond （. */
    private static final List<String> PATHS = List.of("a.html", "a/b.html", "zh/公告/index.html", "（1）.html", "𠮷.html");

    private static Manifest of(List<String> paths) {
        SortedMap<String, Manifest.Found> found = new TreeMap<>(Paths.ORDER);
        paths.forEach(path -> found.put(
                path,
                new Manifest.Found(
                        Digest.of(path),
                        path.hashCode(),
                        path.length(),
                        path.getBytes(StandardCharsets.UTF_8).length)));
        return Manifest.NONE.with(found);
    }

    @Test
    void everyFileIsFoundByItsPath() {
        Manifest manifest = of(PATHS);
        for (int i = 0; i < PATHS.size(); i++) {
            String path = PATHS.get(i);
            assertThat(manifest.find(path)).isEqualTo(i);
            assertThat(manifest.path(i)).isEqualTo(path);
            assertThat(manifest.bytes(i)).isEqualTo(Digest.of(path));
            assertThat(manifest.size(i)).isEqualTo(path.length());
            assertThat(manifest.time(i)).isEqualTo(path.getBytes(StandardCharsets.UTF_8).length);
        }
        assertThat(manifest.find("a/")).isNegative();
        assertThat(manifest.find("")).isNegative();
        assertThat(Manifest.NONE.find("a.html")).isNegative();
    }

    @Test
    void aCursorFindsTheSameWhateverTheOrder() {
        Manifest manifest = of(PATHS);
        Manifest.Cursor cursor = manifest.new Cursor();
        for (String path : List.of("𠮷.html", "a.html", "a/b.html", "nowhere", "zh/公告/index.html", "a.html")) {
            assertThat(cursor.find(path)).isEqualTo(manifest.find(path));
        }
    }

    @Test
    void whatIsAddedStandsAmongTheOthersWhoseStateStays() {
        Manifest first = of(List.of("a/b.html", "𠮷.html"));
        SortedMap<String, Manifest.Found> others = new TreeMap<>(Paths.ORDER);
        for (String path : List.of("a.html", "zh/公告/index.html", "（1）.html")) {
            others.put(path, new Manifest.Found(Digest.of(path), 3, 1, 2));
        }
        Manifest both = first.with(others);
        assertThat(both.size()).isEqualTo(5);
        for (int i = 0; i < PATHS.size(); i++) {
            assertThat(both.path(i)).isEqualTo(PATHS.get(i));
            assertThat(both.bytes(i)).isEqualTo(Digest.of(PATHS.get(i)));
            assertThat(both.isPresent(i)).isTrue();
            assertThat(both.isKnown(i)).isFalse();
        }
    }
}
