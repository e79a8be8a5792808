package io.noticepress.mojo;

import io.noticepress.build.Build;
import io.noticepress.build.Order;
import io.noticepress.build.Report;
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

/**
 * Makes a draft notice of a text file, a Word file (.docx) or a PDF, with an account of every character. What reads Word and PDF
 * is fetched when it is needed.
 *
 * @since 0.1.0
 */
@Mojo(name = "import", requiresProject = false, threadSafe = true)
public final class ImportMojo extends SiteMojo {
    /** The document. */
    @Parameter(property = "noticepress.file", required = true)
    private File file;

    /** The name of the notice; else it is made of issuer, year and number, or of the file's name. */
    @Parameter(property = "noticepress.slug")
    private String slug;

    /** The encoding of a text file; else it is recognised, and said. */
    @Parameter(property = "noticepress.encoding")
    private String encoding;

    /** Skips this goal. */
    @Parameter(property = "noticepress.import.skip", defaultValue = "false")
    private boolean skipImport;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession maven;

    private final RepositorySystem repositories;

    /** Maven gives what fetches the libraries. */
    @Inject
    public ImportMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    boolean isSkipped() {
        return skipImport;
    }

    @Override
    Report run(Build build) {
        return build.imports(new Order(file.toPath(), text(slug), text(encoding), this::jars));
    }

    private List<Path> jars(String coordinates) {
        CollectRequest tree = new CollectRequest(
                new Dependency(new DefaultArtifact(coordinates), "runtime"),
                maven.getCurrentProject().getRemotePluginRepositories());
        try {
            return repositories
                    .resolveDependencies(maven.getRepositorySession(), new DependencyRequest(tree, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
