package io.noticepress.content.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.MinimalSite;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.NoticeReader;
import io.noticepress.content.settings.SiteReader;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Problems;
import io.noticepress.store.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsCacheCodecTest {
    @TempDir
    Path folder;

    @Test
    void cachedFactsEqualFactsReadAgain() {
        ContentFolder content = ContentFolder.of(Path.of("../content"), "content");
        Site site = SiteReader.read(content, new Problems()).orElseThrow();
        List<NoticeFiles> all = Inventory.of(content, site, new Problems()).notices();
        assertThat(all).hasSizeGreaterThan(20);
        FactsCacheCodec kept = new FactsCacheCodec(content, site);
        for (NoticeFiles files : all) {
            NoticeFacts noticeFacts = new NoticeReader(content, site).read(files);
            byte[] bytes = kept.encode(noticeFacts, stamps(content, files)).orElseThrow();
            assertThat(kept.decodeIfUnchanged(files, Optional.of(stamps(content, files)), bytes))
                    .as(files.slug())
                    .contains(new FactsCacheCodec.RestoredFacts(noticeFacts, true));
        }
    }

    @Test
    void warningsAreCachedWithTheFacts() {
        MinimalSite tiny = new MinimalSite(folder);
        tiny.write(MinimalSite.ZH, MinimalSite.ORIGINAL.replace("issued:", "published: 2030-01-02\nissued:"));
        CachedNotice cachedNotice = new CachedNotice(tiny);
        assertThat(cachedNotice.facts.problems()).isNotEmpty();
        assertThat(cachedNotice.readFromCache()).contains(new FactsCacheCodec.RestoredFacts(cachedNotice.facts, true));
    }

    @Test
    void incompleteFactsAreNotCached() {
        MinimalSite tiny = new MinimalSite(folder);
        tiny.write(MinimalSite.ZH, MinimalSite.ORIGINAL.replace("issued: 2030-04-15\n", ""));
        CachedNotice cachedNotice = new CachedNotice(tiny);
        assertThat(cachedNotice.facts.notice()).isEmpty();
        assertThat(cachedNotice.bytes).isEmpty();
    }

    @Test
    void aFileWithAnotherStampButTheSameBytesIsCached() throws IOException {
        MinimalSite tiny = new MinimalSite(folder);
        CachedNotice cachedNotice = new CachedNotice(tiny);
        Files.setLastModifiedTime(tiny.root.resolve(MinimalSite.EN), FileTime.fromMillis(0));
        assertThat(cachedNotice.readFromCache()).contains(new FactsCacheCodec.RestoredFacts(cachedNotice.facts, false));
    }

    @Test
    void aFileOfTheSameSizeAndTimeThatHoldsSomethingElseIsNotKnown() throws IOException {
        MinimalSite tiny = new MinimalSite(folder);
        CachedNotice cachedNotice = new CachedNotice(tiny);
        Path file = tiny.root.resolve(MinimalSite.EN);
        FileTime time = Files.getLastModifiedTime(file);
        tiny.write(MinimalSite.EN, MinimalSite.TRANSLATION.replace("2030", "2031"));
        Files.setLastModifiedTime(file, time);
        assertThat(cachedNotice.readFromCache()).isEmpty();
        Path other = folder.resolve("other");
        Files.writeString(other, MinimalSite.TRANSLATION.replace("2030", "2032"));
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(cachedNotice.readFromCache()).isEmpty();
    }

    @Test
    void aMissingStampIsNotTrusted() {
        MinimalSite tiny = new MinimalSite(folder);
        CachedNotice cachedNotice = new CachedNotice(tiny);
        byte[] doubtful = cachedNotice
                .cache
                .encode(cachedNotice.facts, List.of(Optional.empty(), Optional.empty()))
                .orElseThrow();
        List<Optional<FileStamp>> stamps = stamps(cachedNotice.content, cachedNotice.files);
        assertThat(cachedNotice.cache.decodeIfUnchanged(cachedNotice.files, Optional.of(stamps), doubtful))
                .contains(new FactsCacheCodec.RestoredFacts(cachedNotice.facts, false));
        tiny.write(MinimalSite.ZH, MinimalSite.ORIGINAL.replace("要点", "要求"));
        assertThat(cachedNotice.cache.decodeIfUnchanged(cachedNotice.files, Optional.of(stamps), doubtful))
                .isEmpty();
    }

    @Test
    void aStampIsTrustedOnlyIfTheFileIsOlder() {
        long second = 1_000_000_000;
        assertThat(new FileStamp(1, 3 * second + 5, 0, 0, 0).isBefore(3 * second + 6))
                .isTrue();
        assertThat(new FileStamp(1, 3 * second + 5, 3 * second + 7, 0, 0).isBefore(3 * second + 6))
                .isFalse();
        assertThat(new FileStamp(1, 3 * second, 0, 0, 0).isBefore(5 * second)).isFalse();
    }

    @Test
    void otherFilesMeanOtherFacts() {
        MinimalSite tiny = new MinimalSite(folder);
        CachedNotice cachedNotice = new CachedNotice(tiny);
        tiny.write("notices/2030/kx-2030-6/附表.csv", "a,b\n1,2\n");
        NoticeFiles more = files(cachedNotice.content, cachedNotice.site);
        assertThat(cachedNotice.cache.decodeIfUnchanged(
                        more, Optional.of(stamps(cachedNotice.content, more)), cachedNotice.bytes.orElseThrow()))
                .isEmpty();
    }

    private static List<Optional<FileStamp>> stamps(ContentFolder content, NoticeFiles files) {
        return files.paths().stream().map(content::stamp).toList();
    }

    private static NoticeFiles files(ContentFolder content, Site site) {
        return Inventory.of(content, site, new Problems()).notices().get(0);
    }

    /** The notice of a tiny site, read and kept. */
    private static final class CachedNotice {
        final ContentFolder content;
        final Site site;
        final NoticeFiles files;
        final NoticeFacts facts;
        final FactsCacheCodec cache;
        final Optional<byte[]> bytes;

        CachedNotice(MinimalSite tiny) {
            content = ContentFolder.of(tiny.root, "content");
            site = SiteReader.read(content, new Problems()).orElseThrow();
            files = files(content, site);
            List<Optional<FileStamp>> stamps = stamps(content, files);
            facts = new NoticeReader(content, site).read(files);
            cache = new FactsCacheCodec(content, site);
            bytes = cache.encode(facts, stamps);
        }

        Optional<FactsCacheCodec.RestoredFacts> readFromCache() {
            return cache.decodeIfUnchanged(files, Optional.of(stamps(content, files)), bytes.orElseThrow());
        }
    }
}
