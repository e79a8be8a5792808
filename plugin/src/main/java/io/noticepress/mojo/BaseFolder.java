package io.noticepress.mojo;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;

/** The folder to which paths in messages are relative. */
final class BaseFolder {
    private BaseFolder() {}

    /** The top folder of the multi-module build if it contains the content folder, else the folder in which Maven was called. */
    static Path of(MavenSession session, Path content) {
        File top = session.getRequest().getMultiModuleProjectDirectory();
        boolean containsContent = top != null
                && content.toAbsolutePath().normalize().startsWith(top.toPath().toAbsolutePath());
        return containsContent ? top.toPath() : Path.of(session.getExecutionRootDirectory());
    }
}
