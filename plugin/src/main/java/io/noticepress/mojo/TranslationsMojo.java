package io.noticepress.mojo;

import io.noticepress.pipeline.BasisUpdate;
import io.noticepress.pipeline.SiteBuilder;
import io.noticepress.report.RunReport;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the translations that are missing, behind their original, or different from it. On request, records that the translations
 * of a notice are up to date.
 *
 * @since 0.1.0
 */
@Mojo(name = "translations", requiresProject = false, aggregator = true, threadSafe = true)
public final class TranslationsMojo extends SiteMojo {
    /** Skips this goal. */
    @Parameter(property = "noticepress.translations.skip", defaultValue = "false")
    private boolean skipTranslations;

    /** The slug of a notice whose translations are up to date with the original; refused if blocks or figures differ. */
    @Parameter(property = "noticepress.record")
    private @Nullable String record;

    /** The slug of a notice whose original has changed in a way that needs no translation. */
    @Parameter(property = "noticepress.waive")
    private @Nullable String waive;

    @Override
    boolean isSkipped() {
        return skipTranslations;
    }

    @Override
    RunReport run(SiteBuilder siteBuilder) throws MojoExecutionException {
        Optional<String> recorded = nonBlank(record);
        Optional<String> waived = nonBlank(waive);
        if (recorded.isPresent() && waived.isPresent()) {
            throw new MojoExecutionException("noticepress.record and noticepress.waive exclude each other");
        }
        return siteBuilder.translations(recorded.map(slug -> new BasisUpdate(slug, false))
                .or(() -> waived.map(slug -> new BasisUpdate(slug, true))));
    }
}
