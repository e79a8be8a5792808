package io.noticepress.mojo;

import io.noticepress.pipeline.SiteBuilder;
import io.noticepress.preview.PreviewServer;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.ProblemFormat;
import io.noticepress.problem.RunFailed;
import io.noticepress.report.RunReport;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Starts a live preview: saved changes appear in the browser at once, drafts are marked, and problems are shown in the page. Runs
 * until Ctrl+C; writes nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "serve", requiresProject = false, aggregator = true)
public final class ServeMojo extends SiteMojo {
    /** The port to listen on, on 127.0.0.1 only; 0 for any free port. */
    @Parameter(property = "noticepress.port", defaultValue = "8000")
    private int port;

    /** The interval in milliseconds at which all files are scanned, for file systems that do not report changes; 0 for never. */
    @Parameter(property = "noticepress.poll", defaultValue = "0")
    private long poll;

    /** Skips this goal. */
    @Parameter(property = "noticepress.serve.skip", defaultValue = "false")
    private boolean skipServe;

    @Override
    boolean isSkipped() {
        return skipServe;
    }

    @Override
    RunReport run(SiteBuilder siteBuilder) throws MojoExecutionException, MojoFailureException {
        try (PreviewServer previewServer = PreviewServer.start(request(), new LogConsole(getLog()), port, poll)) {
            previewServer.await();
        } catch (RunFailed runFailed) {
            MessageLanguage messageLanguage = request().messageLanguage().orElse(MessageLanguage.EN);
            getLog().error(ProblemFormat.format(runFailed.problem(), messageLanguage, Optional.empty()));
            throw new MojoFailureException(runFailed.problem().message().in(messageLanguage));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new MojoExecutionException("the preview did not end cleanly", e);
        }
        return RunReport.EMPTY;
    }
}
