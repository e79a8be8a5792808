package io.noticepress.content;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.frontmatter.FieldLocation;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.links.LinkChecker;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.links.RelativeLink;
import io.noticepress.model.Attachment;
import io.noticepress.model.Notice;
import io.noticepress.model.collections.HashIndex;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Checks across all notices: duplicate document numbers, broken relations and links, missing editions, unused files. For
 * positions within front matter the file in question is read again.
 */
public final class CrossCheck {
    private final ContentFolder folder;
    private final Site site;
    private final List<NoticeFacts> facts;
    private final HashIndex<BodySource> texts;
    private final Function<BodySource, Optional<Findings>> findings;
    private final Problems problems;
    private final Set<String> unpublished = new HashSet<>();
    private final LinkChecker links;

    /**
     * A check of the content as read once.
     *
     * @param texts all texts, by their paths
     * @param findings gives the findings in a text, if they are known
     * @param drafts whether drafts are part of the site, so that links may lead to them
     */
    public CrossCheck(
            ContentFolder folder,
            Site site,
            Inventory inventory,
            List<NoticeFacts> facts,
            HashIndex<BodySource> texts,
            Function<BodySource, Optional<Findings>> findings,
            boolean drafts,
            Problems problems) {
        this.folder = folder;
        this.site = site;
        this.facts = facts.stream()
                .sorted(Comparator.comparing((NoticeFacts each) -> each.files().slug()))
                .toList();
        this.texts = texts;
        this.findings = findings;
        this.problems = problems;
        facts.stream()
                .filter(each -> each.draft() && !drafts)
                .forEach(each -> unpublished.add(each.files().slug()));
        this.links = new LinkChecker(folder, site, inventory, unpublished, problems);
    }

    /** Checks front matter: document numbers, relations, and whether every notice has an edition in every language. */
    public void checkFacts() {
        Map<String, Notice> byNumber = new HashMap<>();
        for (NoticeFacts each : facts) {
            each.notice().ifPresent(notice -> {
                checkNumber(notice, byNumber);
                checkRelations(notice);
            });
            if (!each.draft()) {
                reportMissingEditions(each);
            }
        }
    }

    /** Checks texts: reports their findings, broken links and unused files. */
    public void checkTexts() {
        checkTexts(List::forEach);
    }

    /**
     * The same on several threads.
     *
     * @param each calls the consumer with each text, and returns when all calls have ended
     */
    public void checkTexts(BiConsumer<List<BodySource>, Consumer<BodySource>> each) {
        Set<String> used = ConcurrentHashMap.newKeySet();
        Set<String> withoutFindings = ConcurrentHashMap.newKeySet();
        each.accept(texts.all(), text -> {
            String path = text.source().path();
            findings.apply(text)
                    .ifPresentOrElse(
                            found -> {
                                problems.addAll(found.problems());
                                for (RelativeLink relativeLink : found.links()) {
                                    links.check(path, relativeLink, this::anchorsOf)
                                            .ifPresent(used::add);
                                }
                            },
                            () -> withoutFindings.add(path));
        });
        if (withoutFindings.isEmpty()) {
            facts.forEach(notice -> reportUnusedFiles(notice, used));
        }
    }

    private void checkNumber(Notice notice, Map<String, Notice> byNumber) {
        if (notice.number().isEmpty()) {
            return;
        }
        String number = ContentFolder.nfc(notice.number().get().canonical());
        String issuer = notice.issuers().get(0).key();
        Notice before = byNumber.putIfAbsent(issuer + "\n" + number, notice);
        if (before != null) {
            FieldLocation fieldLocation =
                    FieldLocation.find(folder, notice.originalEdition().source().path(), "number");
            problems.add(duplicateNumber(folder, before, number, fieldLocation.at(), fieldLocation.width()));
        }
    }

    /** The problem that an issuer has two notices with the same number. */
    public static Problem duplicateNumber(ContentFolder folder, Notice before, String number, Location at, int width) {
        return Problem.of(
                ProblemCode.DUPLICATE_NUMBER,
                at,
                width,
                Message.of(
                        "{0} 的字号 {1} 已用于 {2}",
                        "{0} already used the number {1} in {2}",
                        before.issuers().get(0).key(),
                        number,
                        folder.displayPath(before.originalEdition().source().path())),
                Message.of("核对原件，改正其中一个字号", "check the original documents and correct one of the two"));
    }

    private void checkRelations(Notice notice) {
        String path = notice.originalEdition().source().path();
        notice.relations()
                .forEach(relation -> relation.slug()
                        .ifPresent(slug -> links.checkRelation(path, notice.slug(), relation.type(), slug)));
    }

    private void reportMissingEditions(NoticeFacts each) {
        NoticeFiles files = each.files();
        for (Language language : site.languages()) {
            if (!files.languages().contains(language.key())) {
                String original = each.notice()
                        .map(Notice::original)
                        .orElse(files.languages().get(0));
                problems.add(
                        ProblemCode.TRANSLATION_MISSING,
                        folder.displayPath(files.editionPath(original)),
                        Message.of("缺少语言版本：{0}", "there is no edition in {0}", language.name()),
                        Message.of("加上 {0}", "add {0}", folder.displayPath(files.editionPath(language.key()))));
            }
        }
    }

    private void reportUnusedFiles(NoticeFacts each, Set<String> used) {
        NoticeFiles files = each.files();
        if (files.files().isEmpty() || each.notice().isEmpty()) {
            return;
        }
        Set<String> publishable = new HashSet<>();
        Set<String> listed = new HashSet<>();
        each.notice().get().attachments().forEach(attachment -> publishable.add(attachment.file()));
        each.notice().get().attachments().stream()
                .filter(Attachment::isListed)
                .forEach(attachment -> listed.add(attachment.file()));
        for (String file : files.files()) {
            String name = ContentFolder.nfc(file);
            if (publishable.contains(name) && !listed.contains(name) && !used.contains(files.folderPath() + name)) {
                problems.add(
                        ProblemCode.FOREIGN_FILE,
                        folder.displayPath(files.folderPath() + file),
                        Message.of("没有通知列出或链接这个文件", "no notice lists this file or links to it"),
                        Message.of(
                                "列入 attachments，在正文中链接，或删去",
                                "list it in attachments, link to it in a text, or delete it"));
            }
        }
    }

    /** The anchors of the text at a path, if they are known. */
    private Optional<Set<String>> anchorsOf(String path) {
        return texts.find(path)
                .flatMap(findings)
                .map(found -> new HashSet<>(Arrays.asList(found.anchors().split(" "))));
    }
}
