namespace Sallyport.Shell.Commands.Forms;

/// <summary>Provisioning and configuration of many machines at once.</summary>
internal static class DeliveryForms
{
    public const string Table =
        """
        = infra terraform-apply
        pulumi refresh -y
        pulumi refresh --yes
        cdktf deploy --auto-approve
        atmos terraform|tf|tofu|opentofu deploy
        atmos terraform|tf|tofu|opentofu apply -auto-approve
        atmos terraform|tf|tofu|opentofu apply --auto-approve
        packer build -force
        cdk deploy --require-approval=never
        terragrunt apply-all
        terragrunt run-all apply|destroy
        terragrunt apply --auto-approve
        = infra terraform-state
        terraform init -force-copy
        terraform state mv|replace-provider|push|rm
        tofu state mv|replace-provider|push|rm
        atmos terraform|tf|tofu|opentofu clean|taint|force-unlock
        atmos terraform|tf|tofu|opentofu state rm|mv|push
        atmos terraform|tf|tofu|opentofu workspace delete
        pulumi cancel
        pulumi state delete|unprotect|rename
        pulumi stack import
        = infra stack-destroy
        cloud-nuke aws|azure|gcp
        aws-nuke --no-dry-run
        aws-nuke run|nuke --no-dry-run
        azure-nuke --no-dry-run
        gcp-nuke --no-dry-run
        terraspace down
        terraspace all down
        atmos terraform|tf|tofu|opentofu destroy
        atmos helmfile|hf destroy|delete
        bosh delete-deployment|delete-vm|delete-release|delete-stemcell|delete-env|delete-disk|delete-snapshots
        juju kill-controller|destroy-controller|destroy-model|remove-application
        ansible-playbook --extra-vars ~delete
        ansible-playbook -e ~delete
        puppet resource ~ensure=absent
        tilt down --delete-namespaces
        ansible-playbook ~destroy
        ansible-playbook ~teardown
        ansible-playbook ~decommission
        ansible-playbook ~state=absent
        ansible ~state=absent
        copilot app|env|svc|job|pipeline delete
        sam delete
        cdktf destroy
        crossplane uninstall
        packer plugins remove
        knife node|client|environment|role|cookbook|user delete|bulk
        knife data bag delete
        knife cookbook bulk delete
        puppet node purge|clean|deactivate
        puppet cert clean
        salt-key -D
        salt-key -d
        salt-key --delete
        salt-key --delete-all
        salt-run cache.clear_all
        salt * pkg.remove|pkg.purge|file.remove|service.stop|user.delete|group.delete|disk.wipe|disk.format_|state.highstate ~test=False
        salt * pkg.remove|pkg.purge|file.remove|user.delete|disk.wipe|disk.format_
        vagrant destroy
        = stop power
        salt * system.reboot|system.shutdown|system.poweroff|system.halt
        ansible -a=reboot
        ansible -m=reboot
        = stop gateway
        pkill nginx|haproxy|traefik|envoy|caddy|apache2|httpd|varnishd|keepalived|kong !-HUP !-USR1 !-USR2
        killall nginx|haproxy|traefik|envoy|caddy|apache2|httpd|varnishd|keepalived|kong !-HUP !-USR1 !-USR2
        kill ~haproxy.pid !-HUP !-USR1 !-USR2 !-0
        kill ~nginx.pid !-HUP !-USR1 !-USR2 !-WINCH !-0
        varnishadm stop
        squid -k=shutdown
        squid -k=kill
        docker compose stop|kill traefik|haproxy|envoy
        docker-compose stop|kill traefik|haproxy|envoy
        kamal proxy stop|reboot
        = stop critical
        kamal app stop
        modal app|container stop
        = stop database
        kamal accessory stop|reboot
        = infra service-delete
        kamal prune
        """;
}
