def log = new File(basedir, 'build.log').getText('UTF-8')
def site = new File(basedir, 'public/site')
int files = 0
site.eachFileRecurse(groovy.io.FileType.FILES) { files++ }

assert log =~ /2 notices, 4 editions, ${files} files: ${files} rendered, 0 kept, 0 removed; \d+\.\d s/
assert log.readLines().any { it.endsWith('the site is in ' + site.canonicalPath) }
assert new File(site, 'zh/notices/2030/opening-hours/index.html').isFile()
assert new File(basedir, 'memory/report.json').isFile()

// Nothing is written except the two folders and the hidden one beside the output.
assert new File(basedir, 'public').list().sort() - '.site.noticepress' == ['site']
assert basedir.list().sort() ==
        ['.mvn', 'build.log', 'invoker.properties', 'memory', 'papers', 'public', 'verify.groovy']

// The libraries that read Word and PDF are downloaded only for imports.
assert !new File(localRepositoryPath, 'org/apache/poi').exists()
assert !new File(localRepositoryPath, 'org/apache/pdfbox').exists()
