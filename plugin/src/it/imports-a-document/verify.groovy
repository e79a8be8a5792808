import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
['from-text', 'from-word'].each { slug ->
    def draft = new File(basedir, "papers/notices/2030/${slug}.zh.md").getText('UTF-8')
    assert draft.contains('draft: true')
    assert draft.contains('topics: [TODO]')
    assert new File(basedir, "papers/notices/2030/${slug}.en.md").isFile()
    def account = new JsonSlurper().parse(new File(basedir, "memory/import-${slug}.json"), 'UTF-8')
    assert account.characters == account.kept + account.normalised + account.dropped
}
assert log.contains('text, UTF-8')

// In a draft, TODOs are only warnings.
def report = new JsonSlurper().parse(new File(basedir, 'memory/report.json'), 'UTF-8')
assert report.problems.any { it.code == 'todo' }
assert report.problems.every { it.severity == 'warning' }

// Downloaded by the second goal; deleted, so that the next run of all builds tests the same.
def libraries = new File(localRepositoryPath, 'org/apache/poi')
assert libraries.isDirectory()
libraries.deleteDir()
