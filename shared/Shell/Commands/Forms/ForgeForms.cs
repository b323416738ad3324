namespace Sallyport.Shell.Commands.Forms;

/// <summary>Code forges and what builds there.</summary>
internal static class ForgeForms
{
    public const string Table =
        """
        = infra forge-delete
        gh repo transfer
        gh repo edit --visibility
        gh api ~archived=true
        gh api -X=POST ~/transfer
        gh api --method=POST ~/transfer
        gh pr close --delete-branch
        gh codespace delete
        gh alias delete
        hub delete
        glab repo|project transfer|delete
        glab deploy-key delete
        bb repo delete
        tea repo|repos delete
        travis env unset|clear
        travis cancel
        bk pipeline|job|build delete|cancel
        buildkite-agent stop
        gitlab-runner verify --delete
        gitlab-rake db:reset
        gitlab-rake gitlab:backup:restore
        jenkins-cli restart|safe-restart|safe-shutdown|shutdown|quiet-down|groovy|disconnect-node|offline-node|clear-queue
        fly destroy-pipeline|destroy-team|abort-build|pause-pipeline|clear-task-cache
        az repos|pipelines delete
        argo stop|terminate|delete
        = history discard
        gh repo sync --force
        = infra protection-off
        gh pr merge --admin
        gh api -X=DELETE ~/protection
        gh api --method=DELETE ~/protection
        gh api -X=DELETE ~/rulesets
        gh api --method=DELETE ~/rulesets
        gh ruleset delete
        glab api --method=DELETE ~/protected_branches
        = infra make-public
        gh api ~private=false
        gh api ~visibility=public
        glab repo|project update --visibility=public
        = shows secret
        gh auth token
        gh auth status --show-token
        gh auth status -t
        glab auth status --show-token
        glab auth status -t
        git credential fill
        git-credential-manager get
        git-credential-store get
        git-credential-osxkeychain get
        git-credential-libsecret get
        docker-credential-desktop get
        docker-credential-osxkeychain get
        docker-credential-pass get
        docker-credential-secretservice get
        npm token create
        circleci context show-secret
        = install unpublish
        npm team destroy
        npm org rm
        npm access revoke
        npm dist-tag rm
        nuget delete
        dotnet nuget delete
        docker manifest rm
        mix hex.retire
        mix hex.publish --revert
        mix hex.owner remove
        pod trunk delete|deprecate
        cargo owner --remove
        gem owner --remove
        gem owner -r
        gem owner --add
        gem owner -a
        jf rt delete
        jfrog rt delete
        ovsx unpublish
        conan remove
        helm registry delete
        swift package-registry unpublish
        """;
}
