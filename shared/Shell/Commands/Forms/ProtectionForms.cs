namespace Sallyport.Shell.Commands.Forms;

/// <summary>What keeps a machine reachable, safe and accountable, taken down; accounts given more than they had; servers of others stopped.</summary>
internal static class ProtectionForms
{
    public const string Table =
        """
        = stop critical
        iptables -P=INPUT ~ACCEPT
        iptables -P=FORWARD ~ACCEPT
        ip6tables -P=INPUT ~ACCEPT
        nft delete table|chain
        ufw default allow
        firewall-cmd --panic-on
        firewall-cmd --remove-service=ssh
        firewall-cmd --set-default-zone=trusted
        ip link delete|del
        ifdown -a
        nmcli con|connection|c delete
        networksetup -setnetworkserviceenabled ~off
        route delete|del default
        tc qdisc add ~100%
        apparmor_parser -R
        tccutil reset all|All
        csrutil authenticated-root disable
        pwpolicy -clearaccountpolicies
        pwpolicy clearaccountpolicies
        launchctl unload|bootout|remove|disable ~com.apple
        launchctl unload|bootout|remove|disable ~openssh
        launchctl unload ~/System/
        dmesg -C
        dmesg --clear
        dscl -delete ~/
        dscl -change ~Password
        bless --unbless
        security authorizationdb write
        ldconfig -r
        pkcs11-tool --delete-object
        tpm2 clear
        sc.exe stop|delete
        = stop database
        systemctl stop|disable postgresql*|mysql*|mariadb*|mongod*|redis*|elasticsearch*|rabbitmq*|kafka*|cassandra*|etcd*|vault*|consul*|docker|docker.service|containerd*|kubelet*
        service postgresql|mysql|mysqld|mariadb|mongod|redis|redis-server|docker|containerd|kubelet stop
        pg_ctl stop
        killall postgres|postgresql|mysqld|mariadbd|mongod|redis-server|dockerd|containerd|kubelet -9
        killall postgres|postgresql|mysqld|mariadbd|mongod|redis-server|dockerd|containerd|kubelet -KILL
        pkill postgres|postgresql|mysqld|mariadbd|mongod|redis-server|dockerd|containerd|kubelet -9
        pkill postgres|postgresql|mysqld|mariadbd|mongod|redis-server|dockerd|containerd|kubelet -KILL
        pg_ctlcluster * * stop
        mongod --shutdown
        rabbitmqctl stop_app
        supervisorctl shutdown
        supervisorctl stop all
        monit stop|unmonitor all
        pm2 kill
        pm2 delete|stop all
        = escalate admin-rights
        useradd -o
        useradd --non-unique
        useradd -G=sudo
        useradd -G=wheel
        useradd -G=docker
        useradd -aG=sudo
        usermod -u=0
        usermod -o
        usermod -aG=docker
        usermod -G=docker
        usermod -aG=lxd
        usermod -aG=disk
        usermod -L=root
        dscl -append ~/Groups/admin
        dseditgroup ~admin
        = escalate password
        chsh -s=/bin/false root
        chsh -s=/usr/sbin/nologin root
        chsh -s=/sbin/nologin root
        usermod -s=/bin/false root
        usermod -s=/usr/sbin/nologin root
        passwd -u=root
        passwd -l=root
        usermod -p
        chage -E=0
        sysadminctl -resetPasswordFor
        net user ~/add
        = disk boot
        efibootmgr -O
        nvram boot-args*
        virsh vol-wipe
        = infra machine-delete
        podman kill|stop|rmi -a
        podman kill|stop|rmi --all
        podman pod rm -a -f
        crictl rmp -a
        crictl rmp --all
        podman pod rm --all
        nerdctl rmi -f
        crictl rmi|rm -a
        buildah rmi -a
        buildah rmi --all
        machinectl poweroff
        docker node rm
        docker node update --availability=drain
        = infra cluster-delete
        eksctl drain
        eksctl scale nodegroup --nodes=0
        talosctl etcd remove-member|leave
        oc adm policy remove-cluster-role-from-user|remove-scc-from-user|remove-cluster-role-from-group
        oc rollback
        okteto down -v
        okteto down --volumes
        werf dismiss|cleanup
        kubectl argo rollouts abort|undo
        kubectl minio tenant delete
        kubectl cnpg destroy|fencing|hibernate
        kubectl vela delete
        kubectl patch ~"replicas":0
        k3s-killall.sh
        rke2-killall.sh
        = persist scheduled-task
        systemd-run --on-calendar
        systemd-run --on-boot
        systemd-run --on-startup
        = persist service
        update-ca-trust --fresh
        trust anchor --store
        = shows secret
        kubectl view-secret
        kubectl modify-secret
        """;
}
