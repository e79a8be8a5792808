package io.noticepress.content.files;

import java.util.ArrayList;
import java.util.List;

/**
 * The files of one notice.
 *
 * @param year the folder it is in: {@code 2023}
 * @param languages keys of the languages it has an edition in, in the site's order
 * @param files what lies in its own folder, as named on disk, sorted: {@code 附件1.docx}, {@code img/map.png}
 */
public record NoticeFiles(String year, String slug, List<String> languages, List<String> files) {
    public NoticeFiles {
        languages = List.copyOf(languages);
        files = List.copyOf(files);
    }

    /** The path of an edition: {@code notices/2023/kx-2023-6.zh.md}. */
    public String editionPath(String language) {
        return "notices/" + year + "/" + slug + "." + language + ".md";
    }

    /** The path of its folder, ending in {@code /}: {@code notices/2023/kx-2023-6/}. */
    public String folderPath() {
        return "notices/" + year + "/" + slug + "/";
    }

    /** The paths of all its files: its editions, then what lies in its folder. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>(languages.size() + files.size());
        languages.forEach(language -> paths.add(editionPath(language)));
        files.forEach(file -> paths.add(folderPath() + file));
        return paths;
    }
}
