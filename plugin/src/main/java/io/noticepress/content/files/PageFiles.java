package io.noticepress.content.files;

import java.util.List;

/**
 * The files of one page.
 *
 * @param name the name in its address: {@code about}
 * @param languages keys of the languages it exists in, in the site's order
 */
public record PageFiles(String name, List<String> languages) {
    public PageFiles {
        languages = List.copyOf(languages);
    }

    /** The path of its file in a language: {@code pages/about.zh.md}. */
    public String filePath(String language) {
        return new ContentPath.PagePath(name, language).path();
    }

    /** The paths of all its files. */
    public List<String> paths() {
        return languages.stream().map(this::filePath).toList();
    }
}
