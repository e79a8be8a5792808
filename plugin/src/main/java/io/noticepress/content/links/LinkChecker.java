package io.noticepress.content.links;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.ContentPath;
import io.noticepress.content.files.ContentPath.AttachmentPath;
import io.noticepress.content.files.ContentPath.NoticePath;
import io.noticepress.content.files.ContentPath.PagePath;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.files.PageFiles;
import io.noticepress.content.frontmatter.FieldLocation;
import io.noticepress.markdown.links.RelativeLink;
import io.noticepress.model.RelationType;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.problem.DidYouMean;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks that the targets of links and relations exist. Safe for use by several threads. */
public final class LinkChecker {
    /** The most misspelt slugs for which a suggestion is looked up: each lookup compares all slugs. */
    private static final int MAX_LOOKUPS = 100;

    private static final Message MEND_PATH =
            Message.of("改正路径，写成相对于本文件的路径", "correct the path; it is relative to this file");
    private static final Message MEND_DRAFT =
            Message.of("等它发布后再链接，或删去链接", "link it when it is published, or delete the link");
    private static final Pattern NON_DIGITS = Pattern.compile("[^0-9]+");

    private final ContentFolder folder;
    private final Site site;
    private final Inventory inventory;
    private final Set<String> unpublished;
    private final Problems problems;
    private final Map<String, Optional<String>> nearestBySlug = new HashMap<>();

    /** A checker for a site; {@code unpublished} are the slugs of drafts that are not part of it. */
    public LinkChecker(
            ContentFolder folder, Site site, Inventory inventory, Set<String> unpublished, Problems problems) {
        this.folder = folder;
        this.site = site;
        this.inventory = inventory;
        this.unpublished = unpublished;
        this.problems = problems;
    }

    /**
     * Checks that the target of a link exists.
     *
     * @param anchors gives the anchors of the text at a path, if they are known
     * @return the path of the attachment it leads to, in NFC, whether or not it exists
     */
    public Optional<String> check(
            String source, RelativeLink relativeLink, Function<String, Optional<Set<String>>> anchors) {
        if (relativeLink.path().isEmpty()) {
            checkFragment(relativeLink, source, anchors);
            return Optional.empty();
        }
        Optional<ContentPath> target = LinkResolver.of(source, site).target(relativeLink.path());
        if (target.isEmpty()) {
            return Optional.empty(); // reported when the text was parsed
        }
        if (target.get() instanceof NoticePath notice) {
            checkNotice(source, relativeLink, notice, anchors);
        } else if (target.get() instanceof PagePath page) {
            checkPage(source, relativeLink, page, anchors);
        } else if (target.get() instanceof AttachmentPath file) {
            checkFile(source, relativeLink, file);
            return Optional.of(file.path());
        }
        return Optional.empty();
    }

    /** Checks that the notice {@code slug}, to which the notice {@code from} has a relation, exists. */
    public void checkRelation(String source, String from, RelationType type, String slug) {
        boolean draft = unpublished.contains(slug) && !unpublished.contains(from);
        if (inventory.notice(slug).isPresent() && !draft) {
            return;
        }
        FieldLocation fieldLocation = FieldLocation.findEntry(folder, source, slug, "relations", type.field());
        if (draft) {
            reportBroken(fieldLocation, targetIsDraft(slug), MEND_DRAFT);
            return;
        }
        reportBroken(
                fieldLocation,
                Message.of("本站没有“{0}”这个通知", "there is no notice \"{0}\" in this site", slug),
                nearestSlug(slug, from)
                        .map(name -> Message.of(
                                "改成 {0}；站外文件写成 {title: …}",
                                "write {0}, or {title: …} for a document outside this site", name))
                        .orElse(Message.of(
                                "核对名称；站外文件写成 {title: …}",
                                "check the name, or write {title: …} for a document outside this site")));
    }

    private void checkNotice(
            String source, RelativeLink relativeLink, NoticePath to, Function<String, Optional<Set<String>>> anchors) {
        Optional<NoticeFiles> files = inventory.notice(to.slug());
        if (files.isEmpty()) {
            reportBroken(
                    relativeLink,
                    Message.of("链接的通知“{0}”不存在", "the link leads to a notice \"{0}\" that does not exist", to.slug()),
                    nearestSlug(to.slug(), slugOf(source))
                            .flatMap(inventory::notice)
                            .map(other -> mendWithPath(source, editionPath(other, to.language())))
                            .orElse(MEND_PATH));
            return;
        }
        String path = editionPath(files.get(), to.language());
        if (unpublished.contains(to.slug()) && !unpublished.contains(slugOf(source))) {
            reportBroken(relativeLink, targetIsDraft(to.slug()), MEND_DRAFT);
        } else if (!files.get().year().equals(to.year())) {
            reportBroken(
                    relativeLink,
                    Message.of(
                            "通知“{0}”不在 {1} 年，在 {2} 年",
                            "the notice \"{0}\" is not in {1} but in {2}",
                            to.slug(),
                            to.year(),
                            files.get().year()),
                    mendWithPath(source, path));
        } else if (!files.get().languages().contains(to.language())) {
            reportBroken(relativeLink, noEdition(to.slug(), to.language()), mendWithPath(source, path));
        } else {
            checkFragment(relativeLink, path, anchors);
        }
    }

    private void checkPage(
            String source, RelativeLink relativeLink, PagePath to, Function<String, Optional<Set<String>>> anchors) {
        Optional<PageFiles> page = inventory.page(to.name());
        if (page.isEmpty()) {
            List<String> names = inventory.pages().stream().map(PageFiles::name).toList();
            reportBroken(
                    relativeLink,
                    Message.of("链接的页面“{0}”不存在", "the link leads to a page \"{0}\" that does not exist", to.name()),
                    DidYouMean.suggest(to.name(), names)
                            .flatMap(inventory::page)
                            .map(other -> mendWithPath(
                                    source, other.filePath(availableLanguage(other.languages(), to.language()))))
                            .orElse(MEND_PATH));
        } else if (!page.get().languages().contains(to.language())) {
            reportBroken(
                    relativeLink,
                    noEdition(to.name(), to.language()),
                    mendWithPath(
                            source,
                            page.get().filePath(availableLanguage(page.get().languages(), to.language()))));
        } else {
            checkFragment(relativeLink, page.get().filePath(to.language()), anchors);
        }
    }

    private void checkFile(String source, RelativeLink relativeLink, AttachmentPath to) {
        Optional<NoticeFiles> files =
                inventory.notice(to.slug()).filter(found -> found.year().equals(to.year()));
        List<String> names = files.map(NoticeFiles::files).orElse(List.of()).stream()
                .map(ContentFolder::nfc)
                .toList();
        if (files.isPresent() && unpublished.contains(to.slug()) && !unpublished.contains(slugOf(source))) {
            reportBroken(relativeLink, targetIsDraft(to.slug()), MEND_DRAFT);
        } else if (!names.contains(to.file())) {
            String expected = folder.displayPath(to.path());
            reportBroken(
                    relativeLink,
                    Message.of("链接的文件“{0}”不存在", "the link leads to a file \"{0}\" that does not exist", to.file()),
                    DidYouMean.suggest(to.file(), names)
                            .map(name ->
                                    mendWithPath(source, files.orElseThrow().folderPath() + name))
                            .orElse(Message.of("把文件放入 {0}", "put the file at {0}", expected)));
        }
    }

    private void checkFragment(
            RelativeLink relativeLink, String path, Function<String, Optional<Set<String>>> anchors) {
        if (relativeLink.fragment().isEmpty()) {
            return;
        }
        Optional<Set<String>> known = anchors.apply(path);
        if (known.isPresent() && !known.get().contains(relativeLink.fragment())) {
            reportBroken(
                    relativeLink,
                    Message.of(
                            "{1} 里没有“#{0}”这个位置",
                            "there is no anchor \"#{0}\" in {1}", relativeLink.fragment(), folder.displayPath(path)),
                    DidYouMean.suggest(
                                    relativeLink.fragment(),
                                    known.get().stream().sorted().toList())
                            .map(name -> Message.of(
                                    "改成 #{0}，或删去“#”和后面的部分", "write #{0}, or delete \"#\" and what follows", name))
                            .orElse(Message.of("删去“#”和后面的部分", "delete \"#\" and what follows")));
        }
    }

    private Message noEdition(String name, String language) {
        return Message.of("“{0}”没有 {1} 版", "\"{0}\" has no edition in {1}", name, language);
    }

    private static Message targetIsDraft(String slug) {
        return Message.of("通知“{0}”还是草稿", "the notice \"{0}\" is a draft", slug);
    }

    private static Message mendWithPath(String source, String path) {
        return Message.of("改成 {0}", "write {0}", LinkResolver.relative(source, path));
    }

    private String editionPath(NoticeFiles files, String language) {
        return files.editionPath(availableLanguage(files.languages(), language));
    }

    /** The wanted language if available, else the first available one in the site's order. */
    private String availableLanguage(List<String> available, String wanted) {
        return available.contains(wanted)
                ? wanted
                : site.languages().stream()
                        .map(Language::key)
                        .filter(available::contains)
                        .findFirst()
                        .orElseThrow();
    }

    private static String slugOf(String source) {
        return ContentPath.parse(source).orElseThrow() instanceof NoticePath notice ? notice.slug() : "";
    }

    /** The notice that a misspelt slug most likely means. Its digits must be the same: other digits mean another notice. */
    private synchronized Optional<String> nearestSlug(String slug, String ownSlug) {
        if (nearestBySlug.size() >= MAX_LOOKUPS && !nearestBySlug.containsKey(slug)) {
            return Optional.empty();
        }
        return nearestBySlug
                .computeIfAbsent(slug, key -> {
                    String digits = NON_DIGITS.matcher(key).replaceAll("");
                    return DidYouMean.suggest(
                            key,
                            inventory.notices().stream()
                                    .map(NoticeFiles::slug)
                                    .filter(other -> NON_DIGITS
                                            .matcher(other)
                                            .replaceAll("")
                                            .equals(digits))
                                    .toList());
                })
                .filter(found -> !found.equals(ownSlug));
    }

    private void reportBroken(RelativeLink relativeLink, Message what, Message mend) {
        reportBroken(new FieldLocation(relativeLink.at(), relativeLink.width()), what, mend);
    }

    private void reportBroken(FieldLocation fieldLocation, Message what, Message mend) {
        Location at = fieldLocation.at();
        problems.add(ProblemCode.BROKEN_LINK, at, fieldLocation.width(), what, mend);
    }
}
