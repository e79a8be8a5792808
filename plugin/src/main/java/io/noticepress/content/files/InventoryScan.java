package io.noticepress.content.files;

import io.noticepress.content.files.DirListing.DirEntry;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.problem.DidYouMean;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scans the content folder once: finds the files of notices and pages by their names, and reports all others. */
final class InventoryScan {
    private static final Set<String> SETTINGS =
            Set.of("site.yaml", "issuers.yaml", "topics.yaml", "kinds.yaml", "terms.yaml");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}|2100");
    private static final Pattern MARKDOWN = Pattern.compile("(.+?)(?:\\.([^.]*))?\\.md", Pattern.CASE_INSENSITIVE);
    private static final int MAX_DEPTH = 4;
    private static final Message RENAME_ONE =
            Message.of("给其中一个通知改名；名称在全站唯一", "rename one of the two; names must be unique in the site");

    private final ContentFolder folder;
    private final Site site;
    private final Problems problems;
    private final DirListing listing;
    private final Map<String, List<String>> internedLanguageLists = new HashMap<>();
    private final Map<String, String> pathBySlug = new HashMap<>();
    private final Map<String, String> invalidSlugs = new TreeMap<>();

    InventoryScan(
            ContentFolder folder,
            Site site,
            Function<String, Optional<Map<String, Boolean>>> known,
            Problems problems) {
        this.folder = folder;
        this.site = site;
        this.problems = problems;
        this.listing = new DirListing(folder, known, problems);
    }

    Inventory scan() {
        List<NoticeFiles> notices = new ArrayList<>();
        List<PageFiles> pages = new ArrayList<>();
        for (DirEntry dirEntry : listing.list("")) {
            if (dirEntry.isFolder() && dirEntry.name().equals("notices")) {
                scanYears(notices);
            } else if (dirEntry.isFolder() && dirEntry.name().equals("pages")) {
                scanPages(pages);
            } else if (dirEntry.isFolder() || !SETTINGS.contains(dirEntry.name())) {
                Optional<String> meant = dirEntry.isFolder()
                        ? DidYouMean.suggest(dirEntry.name(), List.of("notices", "pages"))
                        : DidYouMean.suggest(
                                dirEntry.name().replace(".yml", ".yaml"),
                                SETTINGS.stream().sorted().toList());
                reportForeign(dirEntry.name(), meant.map(name -> Message.of("改名为 {0}", "rename it to {0}", name)));
            }
        }
        reportCaseConflicts();
        return new Inventory(notices, pages);
    }

    private void scanYears(List<NoticeFiles> notices) {
        for (DirEntry dirEntry : listing.list("notices")) {
            String path = "notices/" + dirEntry.name();
            boolean year = dirEntry.isFolder() && YEAR.matcher(dirEntry.name()).matches();
            if (year) {
                scanYear(dirEntry.name(), notices);
            } else if (dirEntry.isFolder() || MARKDOWN.matcher(dirEntry.name()).matches()) {
                problems.add(
                        ProblemCode.WRONG_YEAR,
                        folder.displayPath(path),
                        dirEntry.isFolder()
                                ? Message.of("文件夹名“{0}”不是年份", "the folder name \"{0}\" is not a year", dirEntry.name())
                                : Message.of("通知不在年份文件夹里", "the notice is not in a year folder"),
                        Message.of(
                                "通知放在 {0}/<年份>/ 下，年份取成文日期",
                                "put notices into {0}/<year>/, by their year of issue", folder.displayPath("notices")));
            } else {
                reportForeign(path, Optional.empty());
            }
        }
    }

    private void scanYear(String year, List<NoticeFiles> notices) {
        String base = "notices/" + year;
        Map<String, List<String>> editions = new TreeMap<>();
        List<String> folders = new ArrayList<>();
        for (DirEntry dirEntry : listing.list(base)) {
            if (dirEntry.isFolder()) {
                folders.add(dirEntry.name());
            } else {
                addEdition(base + "/", dirEntry.name(), editions, false);
            }
        }
        Map<String, List<String>> files = new HashMap<>();
        for (String name : folders) {
            if (editions.containsKey(name)) {
                files.put(name, filesBelow(base + "/" + name));
            } else {
                reportForeign(
                        base + "/" + name,
                        DidYouMean.suggest(name, editions.keySet())
                                .map(slug -> Message.of(
                                        "若属于通知 {0}，改成同名", "rename it to {0} if it belongs to that notice", slug)));
            }
        }
        editions.forEach((slug, languages) -> {
            NoticeFiles found =
                    new NoticeFiles(year, slug, inSiteOrder(languages), files.getOrDefault(slug, List.of()));
            if (isFirstWithSlug(found)) {
                notices.add(found);
            }
        });
    }

    private boolean isFirstWithSlug(NoticeFiles found) {
        String path = folder.displayPath(found.editionPath(found.languages().get(0)));
        String before = pathBySlug.putIfAbsent(found.slug(), path);
        if (before == null) {
            return true;
        }
        problems.add(
                ProblemCode.DUPLICATE_SLUG,
                path,
                Message.of("“{0}”已用于 {1}", "\"{0}\" is already the name of {1}", found.slug(), before),
                RENAME_ONE);
        return false;
    }

    private void scanPages(List<PageFiles> pages) {
        Map<String, List<String>> editions = new TreeMap<>();
        for (DirEntry dirEntry : listing.list("pages")) {
            if (dirEntry.isFolder()) {
                reportForeign("pages/" + dirEntry.name(), Optional.empty());
            } else {
                addEdition("pages/", dirEntry.name(), editions, true);
            }
        }
        editions.forEach((name, languages) -> pages.add(new PageFiles(name, inSiteOrder(languages))));
    }

    /** Adds {@code <name>.<language>.md} to the editions, or reports what is wrong with its name. */
    private void addEdition(String base, String file, Map<String, List<String>> editions, boolean page) {
        Matcher parts = MARKDOWN.matcher(file);
        if (!parts.matches()) {
            reportForeign(
                    base + file,
                    Optional.of(
                            page
                                    ? Message.of("页面文件名写成 <名称>.<语言>.md", "name pages <name>.<language>.md")
                                    : Message.of(
                                            "通知写成 <名称>.<语言>.md；附件放进与通知同名的文件夹",
                                            "name notices <name>.<language>.md, and put attachments into the folder of their notice")));
            return;
        }
        String name = parts.group(1);
        String language = parts.group(2) == null ? "" : parts.group(2);
        boolean known = site.language(language).isPresent();
        if (!known) {
            reportUnknownLanguage(base + file, language);
        }
        Optional<Message> fault = page ? Slug.pageFault(name) : Slug.fault(name);
        if (fault.isEmpty() && !file.endsWith(".md")) {
            fault = Optional.of(Message.of("文件名应以小写的 .md 结尾", "the file name must end in .md in lower case"));
        }
        if (fault.isPresent()) {
            problems.add(
                    ProblemCode.INVALID_SLUG,
                    folder.displayPath(base + file),
                    fault.get(),
                    page ? Slug.pageMend(name) : Slug.mend(name));
            if (!page) {
                invalidSlugs.put(base + file, name.toLowerCase(Locale.ROOT));
            }
        }
        if (known && fault.isEmpty()) {
            editions.computeIfAbsent(name, key -> new ArrayList<>()).add(language);
        }
    }

    /** Reports invalid names that differ from another name only in case: on some file systems the two are the same file. */
    private void reportCaseConflicts() {
        invalidSlugs.forEach((path, folded) -> {
            String other = pathBySlug.get(folded);
            if (other != null) {
                problems.add(
                        ProblemCode.DUPLICATE_SLUG,
                        folder.displayPath(path),
                        Message.of("与 {0} 只有大小写不同", "differs from {0} only in case", other),
                        RENAME_ONE);
            }
        });
    }

    private void reportUnknownLanguage(String path, String language) {
        List<String> keys = site.languages().stream().map(Language::key).toList();
        Optional<String> byTag = site.languages().stream()
                .filter(each -> each.tag().equalsIgnoreCase(language)
                        || each.isChinese() && language.toLowerCase(Locale.ROOT).matches("cn|zh.*|ch.*"))
                .map(Language::key)
                .findFirst();
        Message list = Suggestions.oneOf(byTag.orElse(language), keys);
        problems.add(
                ProblemCode.UNKNOWN_LANGUAGE,
                folder.displayPath(path),
                language.isEmpty()
                        ? Message.of("文件名里没有语言", "the file name has no language")
                        : Message.of("没有“{0}”这种语言", "unknown language \"{0}\"", language),
                Message.of(
                        "文件名写成 <名称>.<语言>.md，语言是 {0} 之一",
                        "name the file <name>.<language>.md, where the language is one of {0}", list));
    }

    /** The files in a notice's folder, relative to it. */
    private List<String> filesBelow(String base) {
        List<String> files = new ArrayList<>();
        collectFiles(base, "", 1, files);
        Map<String, String> seen = new HashMap<>();
        for (String file : files) {
            String before = seen.putIfAbsent(ContentFolder.nfc(file).toLowerCase(Locale.ROOT), file);
            if (before != null) {
                problems.add(
                        ProblemCode.UNSAFE_PATH,
                        folder.displayPath(base + "/" + file),
                        Message.of("与“{0}”只有大小写或写法不同", "differs from \"{0}\" only in case or Unicode form", before),
                        Message.of("给其中一个文件改名", "rename one of the two"));
            }
        }
        return files;
    }

    private void collectFiles(String base, String below, int depth, List<String> files) {
        for (DirEntry dirEntry : listing.list(below.isEmpty() ? base : base + "/" + below)) {
            String path = below.isEmpty() ? dirEntry.name() : below + "/" + dirEntry.name();
            if (!dirEntry.isFolder()) {
                files.add(path);
            } else if (depth < MAX_DEPTH) {
                collectFiles(base, path, depth + 1, files);
            } else {
                problems.add(
                        ProblemCode.TOO_COMPLEX,
                        folder.displayPath(base + "/" + path),
                        Message.of("文件夹嵌套超过 {0} 层", "folders are nested more than {0} deep", MAX_DEPTH),
                        Message.of("把文件移到上层文件夹", "move the files further up"));
            }
        }
    }

    private List<String> inSiteOrder(List<String> languages) {
        List<String> ordered = site.languages().stream()
                .map(Language::key)
                .filter(languages::contains)
                .toList();
        return internedLanguageLists.computeIfAbsent(ordered.toString(), key -> List.copyOf(ordered));
    }

    private void reportForeign(String path, Optional<Message> mend) {
        problems.add(
                ProblemCode.FOREIGN_FILE,
                folder.displayPath(path),
                Message.of("不属于任何通知或页面，未发布", "belongs to no notice or page and is not published"),
                mend.orElse(Message.of("移出内容文件夹，或删去", "move it out of the content folder, or delete it")));
    }
}
