package io.noticepress.report;

import io.noticepress.output.transaction.ProtectedDirs;
import io.noticepress.problem.MessageLanguage;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked of a run.
 *
 * @param base the project's folder; paths below it are shown relative to it
 * @param home the user's home folder, which no site may overwrite
 * @param content the editors' folder
 * @param themes the designers' folder
 * @param theme the theme to use instead of the one the settings name
 * @param output where the site shall stand
 * @param work where memory and reports are kept
 * @param baseUrl the base URL to use instead of the one the settings name
 * @param strict whether warnings fail the run too
 * @param drafts whether drafts are part of the site
 * @param explain whether to say why each page is rendered
 * @param threads how many workers, at least 1
 * @param messageLanguage the language of messages instead of the one the settings name
 * @param asOf the day for which it is told what is in force, {@code yyyy-MM-dd}
 * @param ciPlatform where it takes place
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
    /** The folders no site may be written over. */
    public ProtectedDirs protectedDirs() {
        return new ProtectedDirs(base, home, content, themes);
    }

    /** How the user knows a path: relative to the project if it lies below it, else whole; with {@code /}. */
    public String displayPath(Path path) {
        return protectedDirs().displayPath(path);
    }

    /** The same, with drafts. */
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
