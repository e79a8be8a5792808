package io.noticepress.report;

import io.noticepress.output.transaction.ProtectedDirs;
import io.noticepress.problem.MessageLanguage;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The parameters of a run.
 *
 * @param base the project's folder; paths below it are shown relative to it
 * @param home the user's home folder, which must not be overwritten
 * @param content the content folder
 * @param themes the folder with one folder per theme
 * @param theme overrides the theme of the settings
 * @param output the folder of the finished site
 * @param work the folder of the build cache and reports
 * @param baseUrl overrides the base URL of the settings
 * @param strict whether warnings fail the run too
 * @param drafts whether drafts are part of the site
 * @param explain whether to log why each page is rendered
 * @param threads the number of worker threads, at least 1
 * @param messageLanguage overrides the language of messages in the settings
 * @param asOf the day for which the site says what is in force, {@code yyyy-MM-dd}
 * @param ciPlatform the platform to write annotations for
 */
public record RunRequest(
        Path base,
        Path home,
        Path content,
        Path themes,
        Optional<String> theme,
        Path output,
        Path work,
        Optional<String> baseUrl,
        boolean strict,
        boolean drafts,
        boolean explain,
        int threads,
        Optional<MessageLanguage> messageLanguage,
        Optional<String> asOf,
        CiPlatform ciPlatform) {
    /** The folders that a site must not overwrite. */
    public ProtectedDirs protectedDirs() {
        return new ProtectedDirs(base, home, content, themes);
    }

    /** A path as messages name it: relative to the project if it is below it, else as it was given; with {@code /}. */
    public String displayPath(Path path) {
        return protectedDirs().displayPath(path);
    }

    /** The same request, but with drafts. */
    public RunRequest withDrafts() {
        return new RunRequest(
                base,
                home,
                content,
                themes,
                theme,
                output,
                work,
                baseUrl,
                strict,
                true,
                explain,
                threads,
                messageLanguage,
                asOf,
                ciPlatform);
    }
}
