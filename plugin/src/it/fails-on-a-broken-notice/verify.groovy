import groovy.json.JsonSlurper

def tree = { File root ->
    def files = new TreeMap<String, String>()
    root.eachFileRecurse(groovy.io.FileType.FILES) {
        files[root.toPath().relativize(it.toPath()).toString()] = it.bytes.sha256()
    }
    files
}
def log = new File(basedir, 'build.log').getText('UTF-8').replace('\r\n', '\n')

// All errors of the run, sorted by location, in a format that editors, IDEs and CI systems can parse.
def expected = '''\
[ERROR] content/notices/2030/community-2030.en.md:12:1: error: HTML is not allowed in the text [raw-html]
   12 | <script>alert(1)</script>
      | ^^^^^^^^
  mend: use Markdown: **bold**, a blank line between paragraphs; to show <, write \\<
[ERROR] content/notices/2030/community-2030.zh.md:4:9: error: unknown issuer "example-asociation" [unknown-issuer]
    4 | issuer: example-asociation
      |         ^^^^^^^^^^^^^^^^^^
  mend: write one of example-association, example-city, or add "example-asociation" to content/issuers.yaml
[ERROR] content/notices/2030/opening-hours.zh.md:6:12: error: 2030-02-30 is not a calendar day [invalid-date]
    6 | published: 2030-02-30
      |            ^^^^^^^^^^
  mend: correct it; February 2030 has 28 days
[INFO] problems by code:
[INFO]   code            errors  warnings  files
[INFO]   invalid-date         1         0      1
[INFO]   raw-html             1         0      1
[INFO]   unknown-issuer       1         0      1
[INFO]   total                3         0      3
'''
assert log.contains(expected)
assert log.contains(': 3 errors, 0 warnings; the site was not changed -> [Help 1]')
assert !log.contains('\tat ')
assert log.contains('MojoFailureException')

def report = new JsonSlurper().parse(new File(basedir, 'target/noticepress/report.json'), 'UTF-8')
assert report.problems.collect { [it.severity, it.code, it.file, it.line, it.column] } == [
    ['error', 'raw-html', 'content/notices/2030/community-2030.en.md', 12, 1],
    ['error', 'unknown-issuer', 'content/notices/2030/community-2030.zh.md', 4, 9],
    ['error', 'invalid-date', 'content/notices/2030/opening-hours.zh.md', 6, 12],
]
assert report.problems.every { it.message && it.mend }

// The site is unchanged, byte for byte: "kept" was built from the same valid content.
def site = tree(new File(basedir, 'target/site'))
assert site.size() > 20
assert site == tree(new File(basedir, 'target/kept'))

// No temporary files are left beside it.
assert new File(basedir, 'target').list().sort() ==
        ['.kept.noticepress', '.site.noticepress', 'kept', 'kept-work', 'noticepress', 'site']
assert tree(new File(basedir, 'target/.site.noticepress')).keySet() == ['lock'] as Set
