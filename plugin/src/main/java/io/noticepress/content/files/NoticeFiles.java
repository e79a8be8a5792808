package io.noticepress.content.files;

import java.util.ArrayList;
import java.util.List;

/**
 * The files of one notice.
 *
 * @param year the folder of its year: {@code 2023}
 * @param languages keys of the languages in which it has an edition, in the site's order
 * @param files the files in its folder, as named on disk, sorted: {@code 附件1.docx}, {@code img/map.png}
 */
public record NoticeFiles(String year, String slug, List<String> languages, List<String> files) {
    public NoticeFiles {
        languages = List.copyOf(languages);
        files = List.copyOf(files);
    }

    /** The path of an edition: {@code notices/2023/kx-2023-6.zh.md}. */
    public String editionPath(String language) {
        return new ContentPath.NoticePath(year, slug, language).path();
    }

    /** The path of its folder, ending in {@code /}: {@code notices/2023/kx-2023-6/}. */
    public String folderPath() {
        return ContentPath.AttachmentPath.folder(year, slug);
    }

    /** The paths of all its files: its editions, then the files in its folder. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>(languages.size() + files.size());
        languages.forEach(language -> paths.add(editionPath(language)));
        files.forEach(file -> paths.add(folderPath() + file));
        return paths;
    }
}
