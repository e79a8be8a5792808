package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.laws.Trees;
import io.noticepress.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooksTest {
    private static final Looks.Sums SUMS = (file, size, time) -> OptionalLong.of(Crc.of(file));
    private static final Standstill.Outcome OUTCOME = new Standstill.Outcome("en", 1, 2, 3, List.of());

    @TempDir
    Path folder;

    private Path place;
    private Path file;

    @BeforeEach
    void aFolder() throws IOException {
        place = Files.createDirectories(folder.resolve("place"));
        Files.createDirectories(place.resolve("a/b/c"));
        file = Files.writeString(place.resolve("a/b/c/file.txt"), "1");
        Files.writeString(place.resolve("a/other.txt"), "2");
    }

    @Test
    void aFolderLooksAsItDoesHoweverItIsCut() throws IOException {
        for (int depth = 0; depth < 5; depth++) {
            assertThat(looks(depth)).as("depth " + depth).isNotEmpty().allMatch(Looks::hold);
        }
        assertThat(looks(0)).hasSize(1);
        assertThat(looks(2)).hasSize(3);
    }

    @Test
    void whatIsInAFolderIsKnownWithoutALookHoweverItIsCut() throws IOException {
        for (int depth = 0; depth < 4; depth++) {
            List<Looks> looks = looks(depth);
            Still still = Still.of(looks, looks.stream().map(Optional::of).toList());
            assertThat(still.names(place)).as("depth " + depth).contains(Map.of("a", true));
            Optional<Map<String, Boolean>> inside = still.names(place.resolve("a"));
            assertThat(inside)
                    .as("depth " + depth)
                    .isEqualTo(depth == 0 ? Optional.empty() : Optional.of(Map.of("b", true, "other.txt", false)));
        }
    }

    @Test
    void whateverBecomesOfAFileShows() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        shows(() -> {
            Files.writeString(file, "3");
            Files.setLastModifiedTime(file, time);
        });
        shows(() -> Files.delete(file));
        shows(() -> Files.writeString(file, "1"));
        shows(() -> Files.move(file, file.resolveSibling("renamed.txt")));
        shows(() -> Files.writeString(place.resolve("a/b/new.txt"), "4"));
        shows(() -> Files.createDirectory(place.resolve("empty")));
        shows(() -> Files.delete(place.resolve("empty")));
        shows(() -> {
            Path copy = folder.resolve("copy");
            Files.copy(place.resolve("a/other.txt"), copy, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(copy, place.resolve("a/other.txt"), StandardCopyOption.REPLACE_EXISTING);
        });
        shows(() -> Files.move(place, folder.resolve("elsewhere")));
        shows(() -> Files.move(folder.resolve("elsewhere"), place));
    }

    @Test
    void whatStandsForSomethingElsewhereHasNoLooks() throws IOException {
        Files.createSymbolicLink(place.resolve("a/link"), file);
        assertThat(Looks.of(new Looks.Part(place, true), Optional.empty(), SUMS))
                .isEmpty();
    }

    @Test
    void aFileThatIsNotWhatItShouldBeHasNoLooks() throws IOException {
        long size = Files.size(file);
        Looks.Sums sums = (each, found, time) ->
                each.equals(file) && found != size ? OptionalLong.empty() : SUMS.of(each, found, time);
        assertThat(Looks.of(new Looks.Part(place, true), Optional.empty(), sums))
                .isPresent();
        Files.writeString(file, "longer than it was");
        assertThat(Looks.of(new Looks.Part(place, true), Optional.empty(), sums))
                .isEmpty();
    }

    @Test
    void theSameNamesAndBytesAreTheSameWhateverTheirTimes() throws IOException {
        for (int depth = 0; depth < 4; depth++) {
            List<Looks> before = looks(depth);
            renewed();
            assertThat(before).as("depth " + depth).noneMatch(Looks::hold);
            List<Optional<Looks>> now =
                    before.stream().map(look -> look.now(SUMS)).toList();
            assertThat(now).allMatch(Optional::isPresent);
            assertThat(now).allMatch(look -> look.get().hold());
            assertThat(now)
                    .map(look -> look.get().part())
                    .isEqualTo(before.stream().map(Looks::part).toList());
        }
    }

    @Test
    void otherNamesOrBytesAreNotTheSame() throws IOException {
        differs(() -> Files.writeString(file, "3"));
        differs(() -> Files.delete(file));
        differs(() -> Files.writeString(place.resolve("a/b/new.txt"), "4"));
        Path other = place.resolve("a/other.txt");
        differs(() -> {
            Path same = Files.copy(other, folder.resolve("same.txt"));
            Files.delete(other);
            Files.createSymbolicLink(other, same);
        });
        Files.delete(other);
        differs(() -> Files.move(place.resolve("a/b"), place.resolve("a/d")));
        differs(() -> Files.createDirectory(place.resolve("empty")));
        differs(() -> {
            Files.delete(place.resolve("empty"));
            Files.writeString(place.resolve("empty"), "a file now");
        });
        differs(() -> Files.move(place, folder.resolve("elsewhere")));
        differs(() -> Files.move(folder.resolve("elsewhere"), place));
    }

    private void differs(Deed deed) throws IOException {
        for (int depth = 0; depth < 4; depth++) {
            assertThat(looks(depth)).allMatch(look -> look.now(SUMS).isPresent());
        }
        List<List<Looks>> before = List.of(looks(0), looks(1), looks(2), looks(3));
        if (Files.exists(place)) {
            renewed();
        }
        deed.happen();
        for (List<Looks> looks : before) {
            assertThat(looks).anyMatch(look -> look.now(SUMS).isEmpty());
        }
    }

    /** All files and folders are others, with the same names and bytes, as after a fresh checkout. */
    private void renewed() throws IOException {
        Path copy = folder.resolve("copy");
        Trees.copy(place, copy, Comparator.reverseOrder());
        try (Stream<Path> folders = Files.walk(place).filter(Files::isDirectory)) {
            for (Path each : folders.toList()) { // those without files, too
                Files.createDirectories(copy.resolve(place.relativize(each).toString()));
            }
        }
        Trees.delete(place);
        Files.move(copy, place);
    }

    @Test
    void aChecksumIsNotAskedForWhereAFileLooksAsItDid() throws IOException {
        Looks before = looks(0).get(0);
        Files.writeString(place.resolve("a/other.txt"), "3");
        List<String> asked = new ArrayList<>();
        Optional<Looks> now = Looks.of(before.part(), Optional.of(before), (each, size, time) -> {
            asked.add(each.getFileName().toString());
            return SUMS.of(each, size, time);
        });
        assertThat(asked).containsExactly("other.txt");
        assertThat(now.orElseThrow().entries()).isEqualTo(looks(0).get(0).entries());
    }

    @Test
    void aSourceThatWasWrittenAfterTheBuildBeganDoesNotCount() throws Exception {
        Thread.sleep(200); // the folder is left alone for a while
        assertThat(kept(() -> {})).isNotEmpty().allMatch(Looks::hold);
        assertThat(kept(() -> Files.writeString(file, "5")))
                .filteredOn(look -> look.part().place().startsWith(place))
                .anyMatch(look -> !look.hold());
    }

    private List<Looks> kept(Deed meanwhile) throws IOException {
        Bench bench = new Bench(folder);
        Optional<Standstill> standstill = standstill(bench);
        meanwhile.happen();
        List<Looks.Part> parts = standstill.orElseThrow().parts(Still.NOTHING);
        standstill
                .get()
                .keep(
                        parts,
                        parts.stream()
                                .map(part -> Standstill.looks(part, Still.NOTHING, SUMS))
                                .toList(),
                        OUTCOME);
        Standstill.Last last = standstill(bench).orElseThrow().last().orElseThrow();
        assertThat(last.outcome()).isEqualTo(OUTCOME);
        return last.looks();
    }

    private Optional<Standstill> standstill(Bench bench) {
        return Standstill.of(bench.output, bench.work, List.of(place), bench.guard, Digest.of("asked"));
    }

    private void shows(Deed deed) throws IOException {
        for (int depth = 0; depth < 4; depth += 3) {
            assertThat(looks(depth)).allMatch(Looks::hold);
        }
        List<Looks> before = looks(2);
        try {
            Thread.sleep(20); // the clock of the disk goes on
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        deed.happen();
        assertThat(before).anyMatch(look -> !look.hold());
    }

    private List<Looks> looks(int depth) throws IOException {
        return Looks.Part.of(place, depth, Still.NOTHING).stream()
                .map(part -> Looks.of(part, Optional.empty(), SUMS).orElseThrow())
                .toList();
    }

    private interface Deed {
        void happen() throws IOException;
    }
}
