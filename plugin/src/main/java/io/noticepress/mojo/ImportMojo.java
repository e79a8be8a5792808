package io.noticepress.mojo;

import io.noticepress.pipeline.ImportRequest;
import io.noticepress.pipeline.SiteBuilder;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import io.noticepress.report.RunReport;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Creates a draft notice from a text file, a Word file (.docx) or a PDF, with a report of what became of every character. The
 * libraries that read Word and PDF are downloaded when they are first needed.
 *
 * @since 0.1.0
 */
@Mojo(name = "import", requiresProject = false, threadSafe = true)
public final class ImportMojo extends SiteMojo {
    /** The document. */
    @Parameter(property = "noticepress.file", required = true)
    private File file;

    /** The name of the notice; by default made from issuer, year and number, or from the file name. */
    @Parameter(property = "noticepress.slug")
    private @Nullable String slug;

    /** The encoding of a text file; by default it is detected and shown. */
    @Parameter(property = "noticepress.encoding")
    private @Nullable String encoding;

    /** Skips this goal. */
    @Parameter(property = "noticepress.import.skip", defaultValue = "false")
    private boolean skipImport;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession maven;

    private final RepositorySystem repositories;

    /** {@code repositories} downloads the libraries. */
    @Inject
    public ImportMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    boolean isSkipped() {
        return skipImport;
    }

    @Override
    RunReport run(SiteBuilder siteBuilder) {
        return siteBuilder.importDocument(
                new ImportRequest(file.toPath(), nonBlank(slug), nonBlank(encoding), this::resolveJars));
    }

    private List<Path> resolveJars(String coordinates) {
        // A dependency, not the root of the tree: for a root, optional dependencies would be resolved too.
        CollectRequest tree = new CollectRequest()
                .addDependency(new Dependency(new DefaultArtifact(coordinates), "runtime"))
                .setRepositories(maven.getCurrentProject().getRemotePluginRepositories());
        try {
            return repositories
                    .resolveDependencies(maven.getRepositorySession(), new DependencyRequest(tree, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new RunFailed(
                    Problem.of(
                            ProblemCode.IMPORT_FAILED,
                            file.getPath().replace('\\', '/'),
                            Message.of("取不到读取这种文件的 {0}", "cannot download {0}, which reads such files", coordinates),
                            Message.of("联网后再运行一次，不加 --offline", "run it once online, without --offline")),
                    e);
        }
    }
}
