package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.values.PercentEncoding;
import io.noticepress.preview.PreviewServer;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.RandomChange;
import io.noticepress.testkit.RandomContent;
import io.noticepress.testkit.SilentConsole;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After the file operations of editors, their programs and Git on a real disk, the preview serves what a clean build
 * writes.
 */
@Tag("long")
class PreviewStressTest {
    private static final long PATIENCE = 30_000;
    private static final String PREVIEW_ADDITIONS =
            "<script src=\"/\\.noticepress/preview\\.js\"[^>]*></script>\n|; script-src 'self'|; connect-src 'self'";

    @TempDir
    Path folder;

    private final Random random = new Random(4);
    private final HttpClient client = HttpClient.newHttpClient();
    private TestProject testProject;
    private RandomContent randomContent;
    private PreviewServer previewServer;
    private SortedMap<String, byte[]> lastSite;

    @BeforeEach
    void start() {
        testProject = new TestProject(folder.resolve("project"));
        testProject.showDrafts = true;
        randomContent = RandomContent.of(25, random);
        testProject.syncContent(randomContent.files());
        previewServer = PreviewServer.start(testProject.request(), new SilentConsole(), 0, 0);
        lastSite = cleanBuild();
    }

    @AfterEach
    void end() throws IOException {
        previewServer.close();
    }

    @Test
    void tenThousandChangesInABurst() throws Exception {
        List<String> paths = testProject.writtenPaths();
        for (int i = 0; i < 10_000; i++) {
            Path file = testProject.content.resolve(RandomContent.oneOf(paths, random));
            switch (random.nextInt(10)) {
                case 0 -> Files.deleteIfExists(file);
                case 1 -> Files.write(file, new byte[] {(byte) 0xD6, (byte) 0xD0, '\n'});
                case 2 -> Files.write(file, Arrays.copyOf(contentOf(file), random.nextInt(60)));
                default ->
                    Files.writeString(file, new String(contentOf(file), StandardCharsets.UTF_8) + "\n" + i + "\n");
            }
        }
        RandomChange.TITLE.applyTo(testProject, randomContent, random);
        writeAll(randomContent.files());
        awaitServedEqualsBuilt();
    }

    private byte[] contentOf(Path file) {
        return randomContent.files().get(testProject.content.relativize(file).toString());
    }

    @Test
    void halfSavedFiles() throws Exception {
        RandomChange.TITLE.applyTo(testProject, randomContent, random);
        for (var file : randomContent.files().entrySet()) {
            Path place = testProject.content.resolve(file.getKey());
            Files.write(place, new byte[0]);
            Thread.sleep(random.nextInt(30));
            Files.write(place, Arrays.copyOf(file.getValue(), file.getValue().length / 2));
            Thread.sleep(random.nextInt(30));
            Files.write(place, file.getValue());
        }
        awaitServedEqualsBuilt();
    }

    @Test
    void anotherBranch() throws Exception {
        for (int i = 0; i < 4; i++) {
            randomContent = RandomContent.of(20 + random.nextInt(10), random);
            testProject.syncContent(randomContent.files());
            awaitServedEqualsBuilt();
        }
    }

    @Test
    void editorsThatSaveByRename() throws Exception {
        for (int i = 0; i < 12; i++) {
            randomContent.anyNotice(random).titleVersion++;
            randomContent.anyNotice(random).translationVersion++;
            for (var file : randomContent.files().entrySet()) {
                Path place = testProject.content.resolve(file.getKey());
                if (!Arrays.equals(file.getValue(), Files.readAllBytes(place))) {
                    Path temporary = place.resolveSibling(place.getFileName() + ".tmp");
                    if (i % 3 == 1) { // as Vim does
                        Files.move(
                                place,
                                place.resolveSibling(place.getFileName() + "~"),
                                StandardCopyOption.REPLACE_EXISTING);
                        Files.write(place, file.getValue());
                        Files.delete(place.resolveSibling(place.getFileName() + "~"));
                    } else {
                        Files.write(temporary, file.getValue());
                        Files.move(
                                temporary, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
            if (i % 4 == 3) {
                awaitServedEqualsBuilt();
            }
        }
    }

    @Test
    void foldersThatGoAndComeBack() throws Exception {
        for (String removed : List.of("notices/2029", "notices", "pages", "")) {
            FileTrees.deleteTree(testProject.content.resolve(removed));
            Thread.sleep(300);
            RandomChange.TITLE.applyTo(testProject, randomContent, random);
            writeAll(randomContent.files());
            awaitServedEqualsBuilt();
        }
        Path aside = testProject.base.resolve("aside");
        Files.move(testProject.content, aside);
        Thread.sleep(700);
        Files.move(aside, testProject.content);
        RandomChange.TRANSLATION_TEXT.applyTo(testProject, randomContent, random);
        awaitServedEqualsBuilt();
    }

    private void writeAll(SortedMap<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            Path place = testProject.content.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
    }

    private SortedMap<String, byte[]> cleanBuild() {
        TestProject clean = testProject.withOtherOutput("clean");
        FileTrees.deleteTree(clean.output);
        FileTrees.deleteTree(clean.work);
        assertThat(clean.build().report().failed()).isFalse();
        SortedMap<String, byte[]> site = clean.readSite();
        site.remove("checksums.txt");
        site.replaceAll((file, bytes) -> withoutAdditions(file, bytes));
        return site;
    }

    private void awaitServedEqualsBuilt() throws Exception {
        SortedMap<String, byte[]> site = cleanBuild();
        List<String> differences = List.of("never compared");
        for (long end = System.currentTimeMillis() + PATIENCE;
                !differences.isEmpty() && System.currentTimeMillis() < end;
                Thread.sleep(50)) {
            differences = FileTrees.differences(site, fetchAll(site));
        }
        assertThat(differences).isEmpty();
        lastSite = site;
    }

    /** What is served at the addresses of a site and of the previous one. Old assets may remain available. */
    private SortedMap<String, byte[]> fetchAll(SortedMap<String, byte[]> site)
            throws IOException, InterruptedException {
        SortedMap<String, byte[]> addresses = new TreeMap<>(lastSite);
        addresses.keySet().removeIf(file -> file.startsWith("assets/"));
        addresses.putAll(site);
        SortedMap<String, byte[]> served = new TreeMap<>();
        for (String file : addresses.keySet()) {
            URI address = URI.create(previewServer.address() + PercentEncoding.encode(file));
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                served.put(file, withoutAdditions(file, answer.body()));
            }
        }
        return served;
    }

    /** A file without the elements that the preview adds to pages. */
    private static byte[] withoutAdditions(String file, byte[] bytes) {
        return file.endsWith(".html")
                ? new String(bytes, StandardCharsets.UTF_8)
                        .replaceAll(PREVIEW_ADDITIONS, "")
                        .getBytes(StandardCharsets.UTF_8)
                : bytes;
    }
}
