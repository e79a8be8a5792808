package io.noticepress.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.model.values.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendStoreTest {
    @TempDir
    Path folder;

    @Test
    void entriesThatWereUsedOrAddedAreInTheNextStore() throws IOException {
        save("head", "a", "b", "c");
        try (AppendStore store = open("head")) {
            assertThat(store.isChanged()).isTrue();
            store.keep(key("a"));
            assertThat(text(store.readAndKeep(key("b")))).contains("text of b");
            assertThat(text(store.read(key("c")))).contains("text of c");
            assertThat(store.isChanged()).isTrue();
            put(store, "d");
            store.save(out -> out.writeText("next"));
            assertThat(store.isChanged()).isFalse();
            assertThat(text(store.read(key("d")))).contains("text of d");
        }
        try (AppendStore store = open("next")) {
            for (String name : List.of("a", "b", "d")) {
                assertThat(text(store.readAndKeep(key(name)))).contains("text of " + name);
            }
            assertThat(store.contains(key("c"))).isFalse();
            assertThat(store.isChanged()).isFalse();
        }
    }

    @Test
    void theLatestEntryOfAKeyCountsUntilItIsRemoved() throws IOException {
        save("head", "a", "b");
        try (AppendStore store = open("head")) {
            store.keep(key("a"));
            store.put(key("a"), "new".getBytes(StandardCharsets.UTF_8));
            store.keep(key("b"));
            store.remove(key("b"));
            assertThat(text(store.read(key("a")))).contains("new");
            store.save(out -> out.writeText("head"));
        }
        try (AppendStore store = open("head")) {
            assertThat(text(store.read(key("a")))).contains("new");
            assertThat(store.read(key("b"))).isEmpty();
        }
    }

    @Test
    void aRunThatDoesNotSaveLeavesBothFilesAsTheyWere() throws IOException {
        save("head", "a");
        List<Path> files = AppendStore.files(tables());
        byte[] tables = Files.readAllBytes(files.get(0));
        byte[] log = Files.readAllBytes(files.get(1));
        try (AppendStore store = open("head")) {
            put(store, "b");
            assertThat(text(store.read(key("b")))).contains("text of b");
            store.prepareSave(out -> out.writeText("never renamed"));
        }
        assertThat(AppendStore.files(tables())).isEqualTo(files);
        assertThat(files.get(0)).hasBinaryContent(tables);
        assertThat(files.get(1)).hasBinaryContent(log);
    }

    @Test
    void whenMoreThanHalfIsDeadTheRestIsCopied() throws IOException {
        String[] names = new String[100];
        Arrays.setAll(names, i -> "entry " + i);
        save("head", names);
        for (int keptCount : new int[] {60, 30}) {
            try (AppendStore store = open("head")) {
                for (int i = 0; i < keptCount; i++) {
                    store.keep(key(names[i]));
                }
                store.save(out -> out.writeText("head"));
                assertThat(text(store.read(key(names[0])))).contains("text of entry 0");
            }
            assertThat(AppendStore.files(tables()).get(1).getFileName())
                    .hasToString(keptCount == 60 ? "facts-1.pieces" : "facts-2.pieces");
            assertThat(AppendStore.files(tables())).hasSize(2);
        }
        try (AppendStore store = open("head")) {
            for (int i = 0; i < 30; i++) {
                assertThat(text(store.read(key(names[i])))).contains("text of " + names[i]);
            }
            assertThat(store.isIntact()).isTrue();
        }
    }

    @Test
    void aDamagedEntryIsVoidAndNoOther() throws IOException {
        save("head", "a", "b");
        Path log = AppendStore.files(tables()).get(1);
        byte[] damaged = Files.readAllBytes(log);
        damaged[damaged.length - 1] ^= 1;
        Files.write(log, damaged);
        try (AppendStore store = open("head")) {
            assertThat(text(store.read(key("a")))).contains("text of a");
            assertThat(store.contains(key("b"))).isTrue();
            assertThat(store.read(key("b"))).isEmpty();
            assertThat(store.isIntact()).isFalse();
        }
    }

    @Test
    void damagedTablesAndAMissingLogMakeEverythingVoid() throws IOException {
        AppendStore none = new AppendStore(new FileOps(), tables(), "facts 1");
        assertThatThrownBy(() -> none.load(in -> true)).isInstanceOf(NoSuchFileException.class);
        save("head", "a");
        try (AppendStore other = new AppendStore(new FileOps(), tables(), "facts 2")) {
            assertThat(other.load(in -> true)).isEqualTo(AppendStore.LoadResult.DAMAGED);
        }
        try (AppendStore useless = new AppendStore(new FileOps(), tables(), "facts 1")) {
            assertThat(useless.load(in -> in.readText().isEmpty())).isEqualTo(AppendStore.LoadResult.LOADED);
            assertThat(useless.contains(key("a"))).isFalse();
        }
        Files.delete(AppendStore.files(tables()).get(1));
        try (AppendStore store = new AppendStore(new FileOps(), tables(), "facts 1")) {
            assertThat(store.load(in -> in.readText().equals("head"))).isEqualTo(AppendStore.LoadResult.LOG_MISSING);
            assertThat(store.contains(key("a"))).isFalse();
        }
    }

    private Path tables() {
        return folder.resolve("facts.bin");
    }

    private void save(String head, String... names) throws IOException {
        try (AppendStore store = new AppendStore(new FileOps(), tables(), "facts 1")) {
            for (String name : names) {
                put(store, name);
            }
            store.save(out -> out.writeText(head));
        }
    }

    private AppendStore open(String head) throws IOException {
        AppendStore store = new AppendStore(new FileOps(), tables(), "facts 1");
        assertThat(store.load(in -> in.readText().equals(head))).isEqualTo(AppendStore.LoadResult.LOADED);
        return store;
    }

    private static void put(AppendStore store, String name) throws IOException {
        store.put(key(name), ("text of " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static Digest key(String name) {
        return Digest.of(name);
    }

    private static Optional<String> text(Optional<byte[]> bytes) {
        return bytes.map(found -> new String(found, StandardCharsets.UTF_8));
    }
}
