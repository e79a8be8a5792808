package io.noticepress.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Site;
import io.noticepress.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFactsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsKeptIsWhatIsRead() {
        ContentFolder content = ContentFolder.of(Path.of("../content"), "content");
        Site site = SiteReader.read(content, new Problems()).orElseThrow();
        List<NoticeFiles> all = Inventory.of(content, site, new Problems()).notices();
        assertThat(all).hasSizeGreaterThan(20);
        KeptFacts kept = new KeptFacts(content, site);
        for (NoticeFiles files : all) {
            Facts facts = new NoticeReader(content, site).facts(files);
            byte[] bytes = kept.write(facts, stamps(content, files)).orElseThrow();
            assertThat(kept.read(files, Optional.of(stamps(content, files)), bytes))
                    .as(files.slug())
                    .contains(new KeptFacts.Known(facts, true));
        }
    }

    @Test
    void warningsOfFactsAreKept() {
        TinySite tiny = new TinySite(folder);
        tiny.write(TinySite.ZH, TinySite.ORIGINAL.replace("issued:", "published: 2030-01-02\nissued:"));
        Kept kept = new Kept(tiny);
        assertThat(kept.facts.problems()).isNotEmpty();
        assertThat(kept.known()).contains(new KeptFacts.Known(kept.facts, true));
    }

    @Test
    void factsThatAreNoneAreNotKept() {
        TinySite tiny = new TinySite(folder);
        tiny.write(TinySite.ZH, TinySite.ORIGINAL.replace("issued: 2030-04-15\n", ""));
        Kept kept = new Kept(tiny);
        assertThat(kept.facts.notice()).isEmpty();
        assertThat(kept.bytes).isEmpty();
    }

    @Test
    void aFileThatLooksOtherwiseButHoldsTheSameIsKnown() throws IOException {
        TinySite tiny = new TinySite(folder);
        Kept kept = new Kept(tiny);
        Files.setLastModifiedTime(tiny.root.resolve(TinySite.EN), FileTime.fromMillis(0));
        assertThat(kept.known()).contains(new KeptFacts.Known(kept.facts, false));
    }

    @Test
    void aFileOfTheSameSizeAndTimeThatHoldsSomethingElseIsNotKnown() throws IOException {
        TinySite tiny = new TinySite(folder);
        Kept kept = new Kept(tiny);
        Path file = tiny.root.resolve(TinySite.EN);
        FileTime time = Files.getLastModifiedTime(file);
        tiny.write(TinySite.EN, TinySite.TRANSLATION.replace("2030", "2031"));
        Files.setLastModifiedTime(file, time);
        assertThat(kept.known()).isEmpty();
        Path other = folder.resolve("other");
        Files.writeString(other, TinySite.TRANSLATION.replace("2030", "2032"));
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(kept.known()).isEmpty();
    }

    @Test
    void looksThatProveNothingAreNotBelieved() {
        TinySite tiny = new TinySite(folder);
        Kept kept = new Kept(tiny);
        byte[] doubtful = kept.form
                .write(kept.facts, List.of(Optional.empty(), Optional.empty()))
                .orElseThrow();
        List<Optional<Stamp>> stamps = stamps(kept.content, kept.files);
        assertThat(kept.form.read(kept.files, Optional.of(stamps), doubtful))
                .contains(new KeptFacts.Known(kept.facts, false));
        tiny.write(TinySite.ZH, TinySite.ORIGINAL.replace("要点", "要求"));
        assertThat(kept.form.read(kept.files, Optional.of(stamps), doubtful)).isEmpty();
    }

    @Test
    void aStampCountsOnceItsFileWasLeftAlone() {
        long second = 1_000_000_000;
        assertThat(new Stamp(1, 3 * second + 5, 0, 0, 0).isBefore(3 * second + 6))
                .isTrue();
        assertThat(new Stamp(1, 3 * second + 5, 3 * second + 7, 0, 0).isBefore(3 * second + 6))
                .isFalse();
        assertThat(new Stamp(1, 3 * second, 0, 0, 0).isBefore(5 * second)).isFalse();
    }

    @Test
    void otherFilesMeanOtherFacts() {
        TinySite tiny = new TinySite(folder);
        Kept kept = new Kept(tiny);
        tiny.write("notices/2030/kx-2030-6/附表.csv", "a,b\n1,2\n");
        NoticeFiles more = files(kept.content, kept.site);
        assertThat(kept.form.read(more, Optional.of(stamps(kept.content, more)), kept.bytes.orElseThrow()))
                .isEmpty();
    }

    private static List<Optional<Stamp>> stamps(ContentFolder content, NoticeFiles files) {
        return files.paths().stream().map(content::stamp).toList();
    }

    private static NoticeFiles files(ContentFolder content, Site site) {
        return Inventory.of(content, site, new Problems()).notices().get(0);
    }

    /** The notice of a tiny site, read and kept. */
    private static final class Kept {
        final ContentFolder content;
        final Site site;
        final NoticeFiles files;
        final Facts facts;
        final KeptFacts form;
        final Optional<byte[]> bytes;

        Kept(TinySite tiny) {
            content = ContentFolder.of(tiny.root, "content");
            site = SiteReader.read(content, new Problems()).orElseThrow();
            files = files(content, site);
            List<Optional<Stamp>> stamps = stamps(content, files);
            facts = new NoticeReader(content, site).facts(files);
            form = new KeptFacts(content, site);
            bytes = form.write(facts, stamps);
        }

        Optional<KeptFacts.Known> known() {
            return form.read(files, Optional.of(stamps(content, files)), bytes.orElseThrow());
        }
    }
}
