namespace Sallyport.Shell.Commands.Forms;

/// <summary>The machine itself: accounts, devices, protection, virtual machines.</summary>
internal static class MachineForms
{
    public const string Table =
        """
        = stop critical
        loginctl terminate-user|terminate-seat|terminate-session|kill-user
        auditctl -D
        exportfs -ua
        exportfs -u -a
        ifdown
        ebtables -F
        ebtables --flush
        iptables-restore ~/dev/null
        semodule -r
        kextunload
        realm leave
        umount -f
        umount --force
        ipmitool sel clear
        racadm racresetcfg
        auditctl -e=0
        aureport --purge
        timedatectl set-ntp false
        chronyc offline
        systemctl isolate rescue*|emergency*|poweroff*|reboot*|halt*
        systemctl set-default rescue*|emergency*|poweroff*
        systemctl rescue
        systemctl emergency
        launchctl remove|bootout|unload com.apple*
        csrutil disable
        nvram -c
        sysadminctl -addUser -admin
        dscl . -passwd|passwd
        sv down|force-stop|exit sshd
        pmset shutdownnow|restart|sleepnow
        spctl --master-disable
        spctl --global-disable
        fdesetup disable
        socketfilterfw --setglobalstate=off
        dscl . delete|-delete
        sysadminctl -deleteUser
        systemsetup -setremotelogin=off
        profiles remove|-R|-D
        jamf removeFramework
        falconctl unload
        falconctl uninstall
        mdatp config ~disabled
        crowdstrike uninstall
        osqueryctl stop
        auditd stop
        efibootmgr -B
        efibootmgr --delete-bootnum
        bootctl remove
        grub-editenv unset
        update-initramfs -d
        semanage permissive -a
        fail2ban-client stop|unban
        mokutil --disable-validation
        mokutil --reset
        tpm2_clear
        hdparm --security-erase
        hdparm --security-set-pass
        nvme format
        nvme sanitize
        ipmitool power|chassis off|reset|cycle
        ipmitool chassis power off|reset|cycle
        racadm racreset|serveraction
        = disk format
        fastboot -w
        nrfjprog --eraseall
        nrfjprog --recover
        hpssacli ~delete
        sas2ircu ~delete
        sas3ircu ~delete
        tw_cli * del
        arcconf delete
        targetcli ~clearconfig
        drbdadm ~overwrite-data-of-peer
        esptool.py erase_flash|erase-flash
        esptool erase_flash|erase-flash
        hdiutil erasekeys
        flashrom -w
        flashrom --write
        flashrom -E
        nvme format
        nvme sanitize
        nvme delete-ns
        hdparm --security-erase
        hdparm --trim-sector-ranges
        btrfs subvolume delete
        btrfs device remove|delete
        zpool destroy|labelclear
        zfs destroy|rollback !-n
        mdadm --zero-superblock
        mdadm --remove
        stratis pool|filesystem destroy
        vdo remove
        multipath -F
        asr restore --erase
        sg_sanitize
        nwipe --autonuke
        partx -d
        partx --delete
        iscsiadm -o=delete
        lvconvert --merge
        zpool remove|offline|split|detach
        hdparm --repair-sector
        mtd_debug erase
        flash_erase
        nandwrite
        ubiformat
        storcli * del|delete
        storcli64 * del|delete
        perccli64 * del|delete
        ssacli ~delete
        megacli -CfgClr
        bioctl -d
        drbdadm invalidate|wipe-md
        mdadm * --fail
        mdadm --manage -f
        mdadm --grow
        btrfs balance start
        btrfs filesystem resize ~-
        btrfs device add
        lvresize ~-L-
        lvresize -L ~-
        dmsetup create
        diskutil apfs eraseVolume|deleteVolumeGroup
        diskutil mergePartitions|splitPartition|resizeVolume|addPartition
        diskutil cs|corestorage delete|deleteVolume
        diskutil appleRAID|ar delete|remove
        diskutil unmountDisk|unmount force
        = infra machine-delete
        virsh vol-delete|pool-delete|pool-destroy|snapshot-delete|net-destroy
        virsh undefine --remove-all-storage
        virsh destroy
        prlctl delete
        vmrun deleteVM
        vboxmanage closemedium --delete
        vboxmanage unregistervm --delete
        podman machine rm|reset
        podman system reset
        podman rm -a -f
        podman rm --all
        buildah rm -a
        buildah rm --all
        nerdctl rm -f
        qm destroy
        pct destroy
        govc vm.destroy
        govc datastore.rm
        esxcli vm process kill
        esxcli system shutdown
        wsl --unregister
        distrobox rm
        machinectl remove
        machinectl terminate
        limactl delete
        colima delete
        orb delete
        incus delete
        lxc delete
        lxc-destroy
        vzctl destroy
        xe vm-destroy|vm-uninstall|sr-destroy
        ctr containers rm|delete
        docker context rm
        docker service scale ~=0
        docker plugin rm
        docker buildx rm
        docker trust revoke
        docker rmi -f
        docker image rm -f
        docker image rm --force
        docker compose down --rmi
        docker-compose down --rmi
        podman pod rm -a
        podman pod rm --all
        podman pod rm -f
        crictl rmp -f
        limactl factory-reset
        lxc storage|network|image delete
        lxc stop --all
        vboxmanage controlvm * poweroff
        = escalate privileged-mode
        docker run --cap-add=ALL
        docker run --cap-add=SYS_ADMIN
        podman run --cap-add=ALL
        docker run ~/.ssh:
        docker run ~/.aws:
        docker run ~/.kube:
        = install remove-vital
        pip uninstall pip
        pip3 uninstall pip
        npm uninstall npm
        brew uninstall --force
        brew uninstall --ignore-dependencies
        """;
}
