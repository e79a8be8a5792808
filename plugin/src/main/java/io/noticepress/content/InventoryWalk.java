package io.noticepress.content;

import io.noticepress.content.Listed.Entry;
import io.noticepress.model.Language;
import io.noticepress.model.Site;
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

/** One walk through the content folder. */
final class InventoryWalk {
    private static final Set<String> SETTINGS =
            Set.of("site.yaml", "issuers.yaml", "topics.yaml", "kinds.yaml", "terms.yaml");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}|2100");
    private static final Pattern MARKDOWN = Pattern.compile("(.+?)(?:\\.([^.]*))?\\.md", Pattern.CASE_INSENSITIVE);
    private static final int DEPTH = 4;
    private static final Message RENAME =
            Message.of("给其中一个通知改名；名称在全站唯一", "rename one of the two; a name is unique in the site");

    private final ContentFolder folder;
    private final Site site;
    private final Problems problems;
    private final Listed listed;
    private final Map<String, List<String>> languageLists = new HashMap<>();
    private final Map<String, String> firstOfSlug = new HashMap<>();
    private final Map<String, String> misnamed = new TreeMap<>();

    InventoryWalk(
            ContentFolder folder,
            Site site,
            Function<String, Optional<Map<String, Boolean>>> known,
            Problems problems) {
        this.folder = folder;
        this.site = site;
        this.problems = problems;
        this.listed = new Listed(folder, known, problems);
    }

    Inventory inventory() {
        List<NoticeFiles> notices = new ArrayList<>();
        List<PageFiles> pages = new ArrayList<>();
        for (Entry entry : listed.in("")) {
            if (entry.isFolder() && entry.name().equals("notices")) {
                years(notices);
            } else if (entry.isFolder() && entry.name().equals("pages")) {
                pages(pages);
            } else if (entry.isFolder() || !SETTINGS.contains(entry.name())) {
                Optional<String> meant = entry.isFolder()
                        ? DidYouMean.suggest(entry.name(), List.of("notices", "pages"))
                        : DidYouMean.suggest(
                                entry.name().replace(".yml", ".yaml"),
                                SETTINGS.stream().sorted().toList());
                foreign(entry.name(), meant.map(name -> Message.of("改名为 {0}", "rename it to {0}", name)));
            }
        }
        sameInCapitals();
        return new Inventory(notices, pages);
    }

    private void years(List<NoticeFiles> notices) {
        for (Entry entry : listed.in("notices")) {
            String path = "notices/" + entry.name();
            boolean year = entry.isFolder() && YEAR.matcher(entry.name()).matches();
            if (year) {
                year(entry.name(), notices);
            } else if (entry.isFolder() || MARKDOWN.matcher(entry.name()).matches()) {
                problems.add(
                        ProblemCode.WRONG_YEAR,
                        folder.shown(path),
                        entry.isFolder()
                                ? Message.of("文件夹名“{0}”不是年份", "the folder \"{0}\" is no year", entry.name())
                                : Message.of("通知不在年份文件夹里", "the notice is not in the folder of a year"),
                        Message.of(
                                "通知放在 {0}/<年份>/ 下，年份取成文日期",
                                "put notices into {0}/<year>/, the year in which they were issued",
                                folder.shown("notices")));
            } else {
                foreign(path, Optional.empty());
            }
        }
    }

    private void year(String year, List<NoticeFiles> notices) {
        String base = "notices/" + year;
        Map<String, List<String>> editions = new TreeMap<>();
        List<String> folders = new ArrayList<>();
        for (Entry entry : listed.in(base)) {
            if (entry.isFolder()) {
                folders.add(entry.name());
            } else {
                edition(base + "/", entry.name(), editions, false);
            }
        }
        Map<String, List<String>> files = new HashMap<>();
        for (String name : folders) {
            if (editions.containsKey(name)) {
                files.put(name, files(base + "/" + name));
            } else {
                foreign(
                        base + "/" + name,
                        DidYouMean.suggest(name, editions.keySet())
                                .map(slug -> Message.of(
                                        "若属于通知 {0}，改成同名", "rename it to {0} if it belongs to that notice", slug)));
            }
        }
        editions.forEach((slug, languages) -> {
            NoticeFiles found = new NoticeFiles(year, slug, ordered(languages), files.getOrDefault(slug, List.of()));
            if (isFirst(found)) {
                notices.add(found);
            }
        });
    }

    private boolean isFirst(NoticeFiles found) {
        String path = folder.shown(found.edition(found.languages().get(0)));
        String before = firstOfSlug.putIfAbsent(found.slug(), path);
        if (before == null) {
            return true;
        }
        problems.add(
                ProblemCode.DUPLICATE_SLUG,
                path,
                Message.of("“{0}”已用于 {1}", "\"{0}\" is already the name of {1}", found.slug(), before),
                RENAME);
        return false;
    }

    private void pages(List<PageFiles> pages) {
        Map<String, List<String>> editions = new TreeMap<>();
        for (Entry entry : listed.in("pages")) {
            if (entry.isFolder()) {
                foreign("pages/" + entry.name(), Optional.empty());
            } else {
                edition("pages/", entry.name(), editions, true);
            }
        }
        editions.forEach((name, languages) -> pages.add(new PageFiles(name, ordered(languages))));
    }

    /** Judges {@code <name>.<language>.md}; what has another ending belongs to nothing. */
    private void edition(String base, String file, Map<String, List<String>> editions, boolean page) {
        Matcher parts = MARKDOWN.matcher(file);
        if (!parts.matches()) {
            foreign(
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
            unknownLanguage(base + file, language);
        }
        Optional<Message> fault = page ? Slug.pageFault(name) : Slug.fault(name);
        if (fault.isEmpty() && !file.endsWith(".md")) {
            fault = Optional.of(Message.of("文件名应以小写的 .md 结尾", "the file name should end in .md, in small letters"));
        }
        if (fault.isPresent()) {
            problems.add(
                    ProblemCode.INVALID_SLUG,
                    folder.shown(base + file),
                    fault.get(),
                    page ? Slug.pageMend(name) : Slug.mend(name));
            if (!page) {
                misnamed.put(base + file, name.toLowerCase(Locale.ROOT));
            }
        }
        if (known && fault.isEmpty()) {
            editions.computeIfAbsent(name, key -> new ArrayList<>()).add(language);
        }
    }

    /** A misnamed notice that differs from another in capitals only would take its place on some disks. */
    private void sameInCapitals() {
        misnamed.forEach((path, folded) -> {
            String other = firstOfSlug.get(folded);
            if (other != null) {
                problems.add(
                        ProblemCode.DUPLICATE_SLUG,
                        folder.shown(path),
                        Message.of("与 {0} 只有大小写不同", "differs from {0} in capitals only", other),
                        RENAME);
            }
        });
    }

    private void unknownLanguage(String path, String language) {
        List<String> keys = site.languages().stream().map(Language::key).toList();
        Optional<String> tagged = site.languages().stream()
                .filter(each -> each.tag().equalsIgnoreCase(language)
                        || each.isChinese() && language.toLowerCase(Locale.ROOT).matches("cn|zh.*|ch.*"))
                .map(Language::key)
                .findFirst();
        Message list = Known.oneOf(tagged.orElse(language), keys);
        problems.add(
                ProblemCode.UNKNOWN_LANGUAGE,
                folder.shown(path),
                language.isEmpty()
                        ? Message.of("文件名里没有语言", "the file name has no language")
                        : Message.of("没有“{0}”这种语言", "unknown language \"{0}\"", language),
                Message.of(
                        "文件名写成 <名称>.<语言>.md，语言是 {0} 之一",
                        "name the file <name>.<language>.md, where the language is one of {0}", list));
    }

    /** The files of a notice's folder, relative to it. */
    private List<String> files(String base) {
        List<String> files = new ArrayList<>();
        collect(base, "", 1, files);
        Map<String, String> seen = new HashMap<>();
        for (String file : files) {
            String before = seen.putIfAbsent(ContentFolder.nfc(file).toLowerCase(Locale.ROOT), file);
            if (before != null) {
                problems.add(
                        ProblemCode.UNSAFE_PATH,
                        folder.shown(base + "/" + file),
                        Message.of("与“{0}”只有大小写或写法不同", "differs from \"{0}\" in capitals or spelling only", before),
                        Message.of("给其中一个文件改名", "rename one of the two"));
            }
        }
        return files;
    }

    private void collect(String base, String below, int depth, List<String> files) {
        for (Entry entry : listed.in(below.isEmpty() ? base : base + "/" + below)) {
            String path = below.isEmpty() ? entry.name() : below + "/" + entry.name();
            if (!entry.isFolder()) {
                files.add(path);
            } else if (depth < DEPTH) {
                collect(base, path, depth + 1, files);
            } else {
                problems.add(
                        ProblemCode.TOO_COMPLEX,
                        folder.shown(base + "/" + path),
                        Message.of("文件夹嵌套超过 {0} 层", "folders are nested more than {0} deep", DEPTH),
                        Message.of("把文件移到上层文件夹", "move the files further up"));
            }
        }
    }

    private List<String> ordered(List<String> languages) {
        List<String> ordered = site.languages().stream()
                .map(Language::key)
                .filter(languages::contains)
                .toList();
        return languageLists.computeIfAbsent(ordered.toString(), key -> List.copyOf(ordered));
    }

    private void foreign(String path, Optional<Message> mend) {
        problems.add(
                ProblemCode.FOREIGN_FILE,
                folder.shown(path),
                Message.of("不属于任何通知或页面，未发布", "belongs to no notice or page and is not published"),
                mend.orElse(Message.of("移出内容文件夹，或删去", "move it out of the content folder, or delete it")));
    }
}
