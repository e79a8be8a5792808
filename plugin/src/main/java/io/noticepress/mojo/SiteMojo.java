package io.noticepress.mojo;

import io.noticepress.pipeline.SiteBuilder;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.report.CiPlatform;
import io.noticepress.report.RunReport;
import io.noticepress.report.RunRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Base class of the goals that read a whole site. */
abstract class SiteMojo extends AbstractMojo {
    /** The content folder: settings, notices, pages. */
    @Parameter(property = "noticepress.content", defaultValue = "content", required = true)
    private File content;

    /** The folder of themes, with one folder per theme. The theme {@code official} need not be in it. */
    @Parameter(property = "noticepress.themes", defaultValue = "themes", required = true)
    private File themes;

    /** The theme to use instead of the one in site.yaml. */
    @Parameter(property = "noticepress.theme")
    private @Nullable String theme;

    /** The output folder of the site. */
    @Parameter(property = "noticepress.output", defaultValue = "target/site", required = true)
    private File output;

    /** The folder of the build cache and the report. */
    @Parameter(property = "noticepress.work", defaultValue = "target/noticepress", required = true)
    private File work;

    /** The base URL to use instead of the one in site.yaml. */
    @Parameter(property = "noticepress.baseUrl")
    private @Nullable String baseUrl;

    /** Whether warnings also fail the build. */
    @Parameter(property = "noticepress.strict", defaultValue = "false")
    private boolean strict;

    /** Whether drafts are part of the site. */
    @Parameter(property = "noticepress.drafts", defaultValue = "false")
    private boolean drafts;

    /** Whether to say why each page is rendered. */
    @Parameter(property = "noticepress.explain", defaultValue = "false")
    private boolean explain;

    /** The number of threads; 0 for the number of processors. */
    @Parameter(property = "noticepress.threads", defaultValue = "0")
    private int threads;

    /** The language of messages, zh or en, instead of the one in site.yaml. */
    @Parameter(property = "noticepress.lang")
    private @Nullable String lang;

    /** The date (yyyy-MM-dd) for which notices are shown as in force or expired; without it, nothing depends on a date. */
    @Parameter(property = "noticepress.asOf")
    private @Nullable String asOf;

    /** Skips all goals. */
    @Parameter(property = "noticepress.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** Whether this goal is to be skipped. */
    abstract boolean isSkipped();

    /** Runs the goal. */
    abstract RunReport run(SiteBuilder siteBuilder) throws MojoExecutionException, MojoFailureException;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || isSkipped()) {
            getLog().info("noticepress: skipped");
            return;
        }
        RunReport runReport = run(new SiteBuilder(request(), new LogConsole(getLog())));
        if (runReport.failed()) {
            throw new MojoFailureException(runReport.summary());
        }
    }

    /** The request made by the parameters. */
    final RunRequest request() throws MojoExecutionException {
        if (threads < 0) {
            throw new MojoExecutionException("noticepress.threads must be 0 or more, not " + threads);
        }
        return new RunRequest(
                BaseFolder.of(session, content.toPath()),
                Path.of(System.getProperty("user.home")),
                content.toPath(),
                themes.toPath(),
                nonBlank(theme),
                output.toPath(),
                work.toPath(),
                nonBlank(baseUrl),
                strict,
                drafts,
                explain,
                threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
                nonBlank(lang).map(MessageLanguage::of),
                nonBlank(asOf),
                CiPlatform.of(this::environmentVariable));
    }

    /** An environment variable, as Maven read it. */
    private Optional<String> environmentVariable(String name) {
        return Optional.ofNullable(session.getSystemProperties().getProperty("env." + name));
    }

    /** A parameter, if it is not blank. */
    static Optional<String> nonBlank(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
