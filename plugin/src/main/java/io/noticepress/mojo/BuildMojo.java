package io.noticepress.mojo;

import io.noticepress.pipeline.SiteBuilder;
import io.noticepress.report.RunReport;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Builds the site: checks all content, renders the pages that changed and deletes files that are no longer part of the site. If
 * there is an error, the site stays as it is.
 *
 * @since 0.1.0
 */
@Mojo(name = "build", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, requiresProject = false, threadSafe = true)
public final class BuildMojo extends SiteMojo {
    /** Skips this goal. */
    @Parameter(property = "noticepress.build.skip", defaultValue = "false")
    private boolean skipBuild;

    @Override
    boolean isSkipped() {
        return skipBuild;
    }

    @Override
    RunReport run(SiteBuilder siteBuilder) {
        return siteBuilder.build();
    }
}
