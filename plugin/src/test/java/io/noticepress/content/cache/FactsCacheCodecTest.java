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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
        FactsCacheCodec codec = new FactsCacheCodec(content, site);
        for (NoticeFiles files : all) {
            NoticeFacts noticeFacts = new NoticeReader(content, site).read(files);
            byte[] bytes = codec.encode(noticeFacts).orElseThrow();
            assertThat(codec.decodeIfUnchanged(files, path -> true, bytes))
                    .as(files.slug())
                    .contains(noticeFacts);
        }
    }

    @Test
    void warningsAreCachedWithTheFacts() {
        MinimalSite minimalSite = new MinimalSite(folder);
        minimalSite.write(MinimalSite.ZH, MinimalSite.ORIGINAL.replace("issued:", "published: 2030-01-02\nissued:"));
        CachedNotice cachedNotice = new CachedNotice(minimalSite);
        assertThat(cachedNotice.facts.problems()).isNotEmpty();
        assertThat(cachedNotice.decode(path -> true)).contains(cachedNotice.facts);
    }

    @Test
    void incompleteFactsAreNotCached() {
        MinimalSite minimalSite = new MinimalSite(folder);
        minimalSite.write(MinimalSite.ZH, MinimalSite.ORIGINAL.replace("issued: 2030-04-15\n", ""));
        CachedNotice cachedNotice = new CachedNotice(minimalSite);
        assertThat(cachedNotice.facts.notice()).isEmpty();
        assertThat(cachedNotice.bytes).isEmpty();
    }

    @Test
    void aFileThatMayHaveChangedIsComparedByItsDigest() throws IOException {
        MinimalSite minimalSite = new MinimalSite(folder);
        CachedNotice cachedNotice = new CachedNotice(minimalSite);
        assertThat(cachedNotice.decode(path -> false)).contains(cachedNotice.facts);
        Path file = minimalSite.root.resolve(MinimalSite.EN);
        FileTime time = Files.getLastModifiedTime(file);
        minimalSite.write(MinimalSite.EN, MinimalSite.TRANSLATION.replace("2030", "2031"));
        Files.setLastModifiedTime(file, time);
        assertThat(cachedNotice.decode(path -> false)).isEmpty();
        assertThat(cachedNotice.decode(path -> path.equals(MinimalSite.ZH))).isEmpty();
        Files.delete(file);
        assertThat(cachedNotice.decode(path -> false)).isEmpty();
    }

    @Test
    void aFileKnownToBeUnchangedIsNotRead() throws IOException {
        MinimalSite minimalSite = new MinimalSite(folder);
        CachedNotice cachedNotice = new CachedNotice(minimalSite);
        Files.delete(minimalSite.root.resolve(MinimalSite.EN));
        assertThat(cachedNotice.decode(path -> path.equals(MinimalSite.EN))).contains(cachedNotice.facts);
    }

    @Test
    void otherFilesMeanOtherFacts() {
        MinimalSite minimalSite = new MinimalSite(folder);
        CachedNotice cachedNotice = new CachedNotice(minimalSite);
        minimalSite.write("notices/2030/kx-2030-6/附表.csv", "a,b\n1,2\n");
        NoticeFiles more = files(cachedNotice.content, cachedNotice.site);
        assertThat(cachedNotice.codec.decodeIfUnchanged(more, path -> true, cachedNotice.bytes.orElseThrow()))
                .isEmpty();
    }

    private static NoticeFiles files(ContentFolder content, Site site) {
        return Inventory.of(content, site, new Problems()).notices().get(0);
    }

    /** The notice of a minimal site, read and encoded. */
    private static final class CachedNotice {
        final ContentFolder content;
        final Site site;
        final NoticeFiles files;
        final NoticeFacts facts;
        final FactsCacheCodec codec;
        final Optional<byte[]> bytes;

        CachedNotice(MinimalSite minimalSite) {
            content = ContentFolder.of(minimalSite.root, "content");
            site = SiteReader.read(content, new Problems()).orElseThrow();
            files = files(content, site);
            facts = new NoticeReader(content, site).read(files);
            codec = new FactsCacheCodec(content, site);
            bytes = codec.encode(facts);
        }

        Optional<NoticeFacts> decode(Predicate<String> unchanged) {
            return codec.decodeIfUnchanged(files, unchanged, bytes.orElseThrow());
        }
    }
}
