package io.noticepress.mojo;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;

/** The folder to which paths in messages are relative. */
final class BaseFolder {
    private BaseFolder() {}

    /** The topmost folder of the build if the content lies below it, else the one in which Maven was called. */
    static Path of(MavenSession session, Path content) {
        File top = session.getRequest().getMultiModuleProjectDirectory();
        boolean above = top != null
                && content.toAbsolutePath().normalize().startsWith(top.toPath().toAbsolutePath());
        return above ? top.toPath() : Path.of(session.getExecutionRootDirectory());
    }
}
