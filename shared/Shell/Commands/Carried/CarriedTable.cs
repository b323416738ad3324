namespace Sallyport.Shell.Commands.Carried;

/// <summary>
/// Which arguments of a program are commands or code that it runs, as data. An entry is <c>where:what</c>. Where: <c>-x</c> or <c>--name</c> the value of an
/// option, <c>+x</c> what follows these characters in one word, <c>verb&gt;</c> the words behind this word, <c>verb&gt;2</c> the words behind two more operands,
/// <c>0/abc</c> the words from the first operand on, where the options a, b and c take values, <c>*</c> every operand, <c>--</c> the words behind two dashes.
/// What: see <see cref="CarriedCommands"/>.
/// </summary>
internal static class CarriedTable
{
    public static string? Of(string program) => Reads(program) ?? Runs(program) ?? Elsewhere(program);

    // Programs that show, search and convert.
    private static string? Reads(string program) => program switch
    {
        "less" or "more" or "most" => "+!:sh ++!:sh",
        "complete" or "compgen" => "-C:sh -W:words",
        "bind" => "-x:key *:key",
        "rg" => "--pre:run --hostname-bin:run",
        "fzf" or "sk" => "--preview:sh --bind:actions",
        "ack" or "ag" or "bat" or "batcat" or "delta" or "glow" => "--pager:sh",
        "split" or "gsplit" => "--filter:sh",
        "strace" or "ltrace" => "-o:pipe --output:pipe",
        "tcpdump" => "-z:program",
        "gpg" or "gpg2" => "--photo-viewer:sh --agent-program:run --pinentry-program:run --dirmngr-program:run",
        "gdb" or "lldb" or "rr" => "-ex:debugger -iex:debugger --eval-command:debugger --init-eval-command:debugger -o:debugger -O:debugger --one-line:debugger -x:file --args>:run --:run",
        "expect" => "-c:foreign -f:file",
        "emacs" or "emacsclient" => "-eval:foreign --eval:foreign -e:foreign --execute:foreign -l:file --load:file --script:file",
        "openssl" => "-engine:library -provider:library",
        "curl" => "--engine:library",
        "ssh" => "-F:settings",
        "fish" => "-C:sh --init-command:sh",
        "zip" => "-TT:sh",
        "ed" or "red" => "+!:sh",
        "ssh-keygen" => "-D:library -w:library",
        "ssh-add" => "-s:library",
        "pandoc" => "--filter:run -F:run --lua-filter:file -L:file",
        "exiftool" => "-if:perl -config:file",
        "gawk" or "awk" => "-i:file -l:library -E:file --include:file --load:library",
        "mawk" => "-W:mawk",
        "php" => "-d:setting",
        "gnuplot" => "-e:foreign",
        "octave" or "maxima" or "gp" => "--eval:foreign --batch-string:foreign *:ignored",
        "sage" => "-c:python",
        "latex" or "pdflatex" or "xelatex" or "lualatex" or "tex" or "pdftex" => "*:tex",
        "rpm" or "rpmspec" or "rpmbuild" => "--eval:macro -E:macro",
        "mutt" or "neomutt" => "-e:setting",
        "xdg-open" or "open" or "gio" => "*:opened",
        "nmap" => "--script:script",
        _ => null,
    };

    // Programs that start others.
    private static string? Runs(string program) => program switch
    {
        "watchexec" => "0/weisdfnE:sh",
        "entr" => "-s:sh",
        "start-stop-daemon" => "--exec:both -x:both --startas:both -a:both",
        "xterm" or "rxvt" or "urxvt" or "st" or "konsole" or "alacritty" or "terminator" or "tilix" or "xfce4-terminal" or "lxterminal" or "gnome-terminal" or "x-terminal-emulator" or "qterminal"
            or "mate-terminal" or "ghostty" or "uxterm" or "eterm" or "cool-retro-term" => "-e>:line -x>:line --command:sh --:line",
        "ip" => "exec>1:run",
        "wine" or "wine64" => "0/:run",
        "toolbox" => "run>:run",
        "systemd-run" => "-p:unit --property:unit",
        "parallel" => "--tagstring:perl-marked --rpl:rpl",
        "script" => "0/cIOBTEmtelo:rest",
        "wsl" => "0/ud:run -e>:run --exec>:run",
        "guix" or "op" or "infisical" or "teller" or "dotenvx" or "secrethub" or "summon" => "--:run",
        "doppler" => "--:run --command:sh",
        "envchain" => "0/:rest",
        "asdf" or "mise" or "rbenv" or "pyenv" or "nodenv" or "goenv" or "plenv" or "phpenv" => "exec>:run x>:run",
        "volta" => "run>:run",
        "nvm" => "exec>1:run run>1:node",
        "lerna" => "exec>:sh",
        "nx" => "--command:sh exec>:sh",
        "start-server-and-test" or "npm-run-all" or "run-p" or "run-s" => "*:spaced",
        "pee" or "mispipe" => "*:sh",
        "asciinema" or "ttyrec" or "terminalizer" => "-c:sh --command:sh -e:sh",
        "mock" => "--shell:sh --chroot:sh",
        "i3-msg" or "swaymsg" or "hyprctl" => "exec>:sh",
        "rofi" => "-run-command:sh -terminal:sh",
        "sg" => "-c:sh 0/c:rest-line",
        "capsh" => "--:bash",
        "flatpak" => "--command:run",
        "run-parts" or "logrotate" or "anacron" => "*:file",
        "gradle" or "gradlew" => "-I:file --init-script:file",
        "ant" => "-f:file -buildfile:file -file:file",
        "ninja" or "samu" => "-f:file",
        "go" => "-exec:sh -toolexec:sh -vettool:program",
        "cargo" => "--config:cargo -s:sh --shell:sh",
        "tox" => "--:run",
        "vault" => "-exec:sh",
        "launchctl" => "asuser>1:run bsexec>1:run --:run",
        "chpst" => "0/uUbemdoptfcrn:run",
        "kitty" or "kitten" => "launch>:run",
        "cabal" or "opam" or "stack" => "exec>:run --:run",
        "bazel" or "bazelisk" => "--run_under:sh",
        "blender" => "--python-expr:python -P:file --python:file",
        "puppet" or "chef-apply" => "-e:foreign --execute:foreign",
        "jrunscript" or "gimp" or "matlab" => "-e:foreign -b:foreign -batch:foreign --batch:foreign -r:foreign -f:file",
        "yt-dlp" or "youtube-dl" => "--exec:sh --exec-before-download:sh --downloader:path --config-location:settings",
        "aria2c" => "--on-download-complete:program --on-download-start:program --on-download-stop:program --on-download-error:program --on-bt-download-complete:program",
        "gcc" or "g++" or "cc" or "c++" or "clang" or "clang++" => "-wrapper:commas -fplugin:library -specs:settings -B:search -load:library",
        "rake" => "-e:ruby -E:ruby -p:ruby --execute:ruby --execute-print:ruby --execute-continue:ruby",
        "npm" or "npx" or "pnpm" or "yarn" => "--script-shell:program",
        "hg" => "--config:setting",
        "svn" => "--config-option:setting --editor-cmd:sh --diff-cmd:run --diff3-cmd:run",
        "mysql" or "mariadb" => "--pager:sh",
        "scp" or "sftp" => "-D:sh -S:program",
        "sshfs" => "-o:setting",
        "cpio" => "--rsh-command:sh",
        "git" => "--sendmail-cmd:sh --access-hook:run --httpd:sh --smtp-server:path --template:settings --exec-path:settings --to-cmd:sh --cc-cmd:sh",
        "wget" => "--use-askpass:program -e:wget --execute:wget --config:file",
        "xdotool" => "exec>:run",
        "busctl" or "dbus-send" or "gdbus" => null,
        _ => null,
    };

    // Programs that have others run elsewhere.
    private static string? Elsewhere(string program) => program switch
    {
        "salt" or "salt-call" => "cmd.run>:remote",
        "fab" or "kitchen" => "--:remote -c:remote",
        "pssh" or "parallel-ssh" or "prsync" => "0/hHlptoeOxXI:remote",
        "heroku" => "run>:remote run:detached>:remote",
        "fly" or "flyctl" => "-C:remote --command:remote",
        "gcloud" => "--command:remote",
        "az" => "--scripts:remote --command:remote",
        "aws" => "--parameters:strings",
        "rsync" => "--rsync-path:remote",
        "eb" => "-c:remote --command:remote",
        "railway" or "render" => "run>:run ssh>:remote",
        _ => null,
    };
}
