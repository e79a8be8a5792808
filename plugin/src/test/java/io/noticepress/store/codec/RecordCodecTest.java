package io.noticepress.store.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.model.values.Digest;
import io.noticepress.problem.Location;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Severity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private record Everything(
            int number,
            long large,
            boolean flag,
            String text,
            LocalDate day,
            Digest digest,
            Severity severity,
            Optional<String> maybe,
            List<LocalDate> days,
            Map<String, List<Location>> places,
            Problem problem) {}

    private record Colour(String key, String name) {}

    private record Painted(Colour colour, String title) {}

    private record Twice(Location first, Location second) {}

    private record OldLevel(String name) {}

    private record Level(Severity severity) {}

    private record Tree(String name, List<Tree> branches) {}

    private record Unsupported(double number) {}

    @Test
    void recordsRoundTrip() {
        RecordCodec<Everything> codec = new BinaryCodecs().record(Everything.class);
        for (int seed = 0; seed < 500; seed++) {
            Everything value = new RandomRecords(seed).next(Everything.class);
            assertThat(codec.decode(codec.encode(value), 0)).as("seed " + seed).contains(value);
        }
    }

    @Test
    void numbersOfAnySizeRoundTrip() {
        RecordCodec<Location> codec = new BinaryCodecs().record(Location.class);
        for (int number : new int[] {0, 1, 127, 128, 16_383, 16_384, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            Location location = new Location("", number, -number);
            assertThat(codec.decode(codec.encode(location), 0)).contains(location);
        }
    }

    @Test
    void aRecordIsItsComponentsInOrder() {
        RecordCodec<Location> codec = new BinaryCodecs().record(Location.class);
        assertThat(hex(codec.encode(new Location("a.md", 5, 150)))).isEqualTo("08612e6d64" + "05" + "9601");
        assertThat(hex(codec.encode(new Location("a.md", 5, 150), "b.md", "a.md")))
                .as("a known text is a number")
                .isEqualTo("03" + "05" + "9601");
    }

    @Test
    void aRecordMayContainItself() {
        RecordCodec<Tree> codec = new BinaryCodecs().record(Tree.class);
        Tree tree = new Tree("a", List.of(new Tree("b", List.of()), new Tree("a", List.of(new Tree("b", List.of())))));
        assertThat(codec.decode(codec.encode(tree), 0)).contains(tree);
    }

    @Test
    void equalTextsOfAnEntryAreOneObject() {
        RecordCodec<Twice> codec = new BinaryCodecs().record(Twice.class);
        Twice twice = codec.decode(codec.encode(new Twice(new Location("a.md", 1, 1), new Location("a.md", 2, 1))), 0)
                .orElseThrow();
        assertThat(twice.first().file()).isSameAs(twice.second().file());
    }

    @Test
    void knownValuesAreTheReadersOwn() {
        RecordCodec<Location> codec = new BinaryCodecs().record(Location.class);
        String known = new String("a.md".toCharArray());
        byte[] bytes = codec.encode(new Location("a.md", 1, 1), "zh", "zh", "a.md");
        assertThat(codec.decode(bytes, 0, "zh", "zh", known).orElseThrow().file())
                .isSameAs(known);
    }

    @Test
    void equalRecordsOfASharedTypeAreOneObject() {
        RecordCodec<Twice> codec = new BinaryCodecs().share(Location.class).record(Twice.class);
        Twice twice = codec.decode(codec.encode(new Twice(new Location("a.md", 1, 1), new Location("a.md", 1, 1))), 0)
                .orElseThrow();
        assertThat(twice.first()).isSameAs(twice.second());
    }

    @Test
    void valuesStoredByKeyAreLookedUp() {
        Colour red = new Colour("r", "red");
        RecordCodec<Painted> codec = codecOf(Map.of("r", red));
        byte[] bytes = codec.encode(new Painted(red, "door"));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("red");
        assertThat(codec.decode(bytes, 0).orElseThrow().colour()).isSameAs(red);
    }

    @Test
    void anUnknownKeyMakesTheEntryVoid() {
        byte[] bytes = codecOf(Map.of()).encode(new Painted(new Colour("g", "green"), "door"));
        assertThat(codecOf(Map.of("r", new Colour("r", "red"))).decode(bytes, 0))
                .isEmpty();
    }

    @Test
    void anUnknownEnumNameMakesTheEntryVoid() {
        RecordCodec<OldLevel> old = new BinaryCodecs().record(OldLevel.class);
        RecordCodec<Level> now = new BinaryCodecs().record(Level.class);
        assertThat(now.decode(old.encode(new OldLevel("WARNING")), 0)).contains(new Level(Severity.WARNING));
        assertThat(now.decode(old.encode(new OldLevel("DISASTER")), 0)).isEmpty();
    }

    @Test
    void aComponentIsPassedThroughItsFunctionWhenRead() {
        RecordCodec<Location> codec = new BinaryCodecs()
                .onRead(Location.class, "file", (String file) -> file + "!")
                .record(Location.class);
        byte[] bytes = codec.encode(new Location("a", 1, 1));
        assertThat(codec.decode(bytes, 0)).contains(new Location("a!", 1, 1));
    }

    @Test
    void anEntryMayStartAtAnOffset() {
        RecordCodec<Location> codec = new BinaryCodecs().record(Location.class);
        byte[] bytes = codec.encode(new Location("a", 1, 1));
        byte[] shifted = new byte[bytes.length + 3];
        Arrays.fill(shifted, (byte) -1);
        System.arraycopy(bytes, 0, shifted, 3, bytes.length);
        assertThat(codec.decode(shifted, 3)).contains(new Location("a", 1, 1));
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        RecordCodec<Unsupported> codec = new BinaryCodecs().record(Unsupported.class);
        assertThatThrownBy(() -> codec.encode(new Unsupported(1))).hasMessage("no codec for double");
        assertThatThrownBy(() -> new BinaryCodecs().onRead(Location.class, "path", (String file) -> file))
                .hasMessageEndingWith("Location.path");
    }

    private static RecordCodec<Painted> codecOf(Map<String, Colour> colours) {
        return new BinaryCodecs().byKey(Colour.class, Colour::key, colours).record(Painted.class);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
