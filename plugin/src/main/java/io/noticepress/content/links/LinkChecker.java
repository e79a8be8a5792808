package io.noticepress.content.links;

import io.noticepress.content.files.ContentFolder;
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

/** Follows links and relations to what they lead to. Safe for use by several threads. */
public final class LinkChecker {
    /** How many misspelt names are looked up: beyond that a site has other troubles, and each costs a walk over all names. */
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

    /** {@code hidden}: the notices that exist but are not published. */
    public LinkChecker(
            ContentFolder folder, Site site, Inventory inventory, Set<String> unpublished, Problems problems) {
        this.folder = folder;
        this.site = site;
        this.inventory = inventory;
        this.unpublished = unpublished;
        this.problems = problems;
    }

    /**
     * Checks that a link arrives.
     *
     * @param anchors those of a text, if they are known
     * @return the attachment it leads to, as a path in NFC, whether or not it exists
     */
    public Optional<String> check(
            String source, RelativeLink relativeLink, Function<String, Optional<Set<String>>> anchors) {
        if (relativeLink.path().isEmpty()) {
            checkFragment(relativeLink, source, anchors);
            return Optional.empty();
        }
        Optional<LinkTarget> target = LinkResolver.of(source, site).target(relativeLink.path());
        if (target.isEmpty()) {
            return Optional.empty(); // no address, as was said when the text was parsed
        }
        if (target.get() instanceof LinkTarget.NoticeTarget notice) {
            checkNotice(source, relativeLink, notice, anchors);
        } else if (target.get() instanceof LinkTarget.PageTarget page) {
            checkPage(source, relativeLink, page, anchors);
        } else if (target.get() instanceof LinkTarget.FileTarget file) {
            checkFile(source, relativeLink, file);
            return Optional.of("notices/" + file.year() + "/" + file.slug() + "/" + file.file());
        }
        return Optional.empty();
    }

    /** Checks that the notice exists to which a relation ties another. */
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
                Message.of("本站没有“{0}”这个通知", "there is no notice \"{0}\" here", slug),
                nearestSlug(slug, from)
                        .map(name -> Message.of(
                                "改成 {0}；站外文件写成 {title: …}", "write {0}, or {title: …} for a document elsewhere", name))
                        .orElse(Message.of(
                                "核对名称；站外文件写成 {title: …}",
                                "check the name, or write {title: …} for a document elsewhere")));
    }

    private void checkNotice(
            String source,
            RelativeLink relativeLink,
            LinkTarget.NoticeTarget to,
            Function<String, Optional<Set<String>>> anchors) {
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
                            "the notice \"{0}\" is not of {1} but of {2}",
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
            String source,
            RelativeLink relativeLink,
            LinkTarget.PageTarget to,
            Function<String, Optional<Set<String>>> anchors) {
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

    private void checkFile(String source, RelativeLink relativeLink, LinkTarget.FileTarget to) {
        Optional<NoticeFiles> files =
                inventory.notice(to.slug()).filter(found -> found.year().equals(to.year()));
        List<String> names = files.map(NoticeFiles::files).orElse(List.of()).stream()
                .map(ContentFolder::nfc)
                .toList();
        if (files.isPresent() && unpublished.contains(to.slug()) && !unpublished.contains(slugOf(source))) {
            reportBroken(relativeLink, targetIsDraft(to.slug()), MEND_DRAFT);
        } else if (!names.contains(to.file())) {
            String place = folder.displayPath("notices/" + to.year() + "/" + to.slug() + "/" + to.file());
            reportBroken(
                    relativeLink,
                    Message.of("链接的文件“{0}”不存在", "the link leads to a file \"{0}\" that does not exist", to.file()),
                    DidYouMean.suggest(to.file(), names)
                            .map(name ->
                                    mendWithPath(source, files.orElseThrow().folderPath() + name))
                            .orElse(Message.of("把文件放入 {0}", "put the file at {0}", place)));
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
                            "there is no place \"#{0}\" in {1}", relativeLink.fragment(), folder.displayPath(path)),
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

    /** The language that was asked for, else the first there is in the site's order. */
    private String availableLanguage(List<String> there, String asked) {
        return there.contains(asked)
                ? asked
                : site.languages().stream()
                        .map(Language::key)
                        .filter(there::contains)
                        .findFirst()
                        .orElseThrow();
    }

    private static String slugOf(String source) {
        String name = source.substring(source.lastIndexOf('/') + 1);
        return source.startsWith("notices/") ? name.substring(0, name.indexOf('.')) : "";
    }

    /** The notice that a misspelt name most likely means; one with other digits is another notice. */
    private synchronized Optional<String> nearestSlug(String slug, String own) {
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
                .filter(found -> !found.equals(own));
    }

    private void reportBroken(RelativeLink relativeLink, Message what, Message mend) {
        reportBroken(new FieldLocation(relativeLink.at(), relativeLink.width()), what, mend);
    }

    private void reportBroken(FieldLocation fieldLocation, Message what, Message mend) {
        Location at = fieldLocation.at();
        problems.add(ProblemCode.BROKEN_LINK, at, fieldLocation.width(), what, mend);
    }
}
