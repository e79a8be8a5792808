package io.noticepress.mojo;

import io.noticepress.pipeline.SiteBuilder;
import io.noticepress.report.RunReport;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks all content and reports every problem. Writes only the report.
 *
 * @since 0.1.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public final class ValidateMojo extends SiteMojo {
    /** Skips this goal. */
    @Parameter(property = "noticepress.validate.skip", defaultValue = "false")
    private boolean skipValidate;

    @Override
    boolean isSkipped() {
        return skipValidate;
    }

    @Override
    RunReport run(SiteBuilder siteBuilder) {
        return siteBuilder.validate();
    }
}
