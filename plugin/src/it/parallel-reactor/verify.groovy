def tree = { File root ->
    def files = new TreeMap<String, String>()
    root.eachFileRecurse(groovy.io.FileType.FILES) {
        files[root.toPath().relativize(it.toPath()).toString()] = it.bytes.sha256()
    }
    files
}
def log = new File(basedir, 'build.log').getText('UTF-8')
def one = tree(new File(basedir, 'one/target/site'))
def two = tree(new File(basedir, 'two/target/site'))

// Two parallel builds of the same content give the same bytes; only the language of the messages differs.
assert one.size() > 20
assert one == two
assert log =~ /2 件通知，4 个语种版本，${one.size()} 个文件：渲染 ${one.size()}，保留 0，删除 0/
assert log =~ /2 notices, 4 editions, ${two.size()} files: ${two.size()} rendered, 0 kept, 0 removed/

// The goal is marked as thread-safe.
assert !log.contains('not marked')
assert !log.contains('[WARNING]')
