package io.noticepress.content.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path below the content folder, parsed into its parts. Whether the file exists is not known. */
public sealed interface ContentPath {
    /** The path as text: {@code notices/2023/kx-2023-6.zh.md}. */
    String path();

    /** A notice in a language: {@code notices/2023/kx-2023-6.zh.md}. */
    record NoticePath(String year, String slug, String language) implements ContentPath {
        private static final Pattern FORM = Pattern.compile("notices/(\\d{4})/([a-z0-9-]+)\\.([a-z0-9-]+)\\.md");

        @Override
        public String path() {
            return "notices/" + year + "/" + slug + "." + language + ".md";
        }
    }

    /** A page in a language: {@code pages/about.zh.md}. */
    record PagePath(String name, String language) implements ContentPath {
        private static final Pattern FORM = Pattern.compile("pages/([a-z0-9-]+)\\.([a-z0-9-]+)\\.md");

        @Override
        public String path() {
            return "pages/" + name + "." + language + ".md";
        }
    }

    /** A file in the folder of a notice: {@code notices/2023/kx-2023-6/附件1.pdf}. */
    record AttachmentPath(String year, String slug, String file) implements ContentPath {
        private static final Pattern FORM = Pattern.compile("notices/(\\d{4})/([a-z0-9-]+)/(.+)");

        @Override
        public String path() {
            return folder(year, slug) + file;
        }

        /** The folder of a notice: {@code notices/2023/kx-2023-6/}. */
        static String folder(String year, String slug) {
            return "notices/" + year + "/" + slug + "/";
        }
    }

    /** What a path means; empty if no file with that path belongs to a notice or a page. */
    static Optional<ContentPath> parse(String path) {
        Matcher notice = NoticePath.FORM.matcher(path);
        if (notice.matches()) {
            return Optional.of(new NoticePath(notice.group(1), notice.group(2), notice.group(3)));
        }
        Matcher page = PagePath.FORM.matcher(path);
        if (page.matches()) {
            return Optional.of(new PagePath(page.group(1), page.group(2)));
        }
        Matcher file = AttachmentPath.FORM.matcher(path);
        return file.matches()
                ? Optional.of(new AttachmentPath(file.group(1), file.group(2), file.group(3)))
                : Optional.empty();
    }
}
